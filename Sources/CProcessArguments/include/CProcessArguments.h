#ifndef CPROCESSARGUMENTS_H
#define CPROCESSARGUMENTS_H

/// How many arguments the program was started with, its own name among them; 0 where that was not learned.
int chaincheck_argument_count(void);

/// One of them, by its place from 0; null where there is none.
const char *chaincheck_argument(int place);

#endif
