#Requires -Version 5.1
<#
.SYNOPSIS
    Exports what chaincheck needs to know of an Exchange organization, into one folder.

.DESCRIPTION
    Runs read-only cmdlets and writes one CliXML file for each. Nothing is changed, no private key and no password is
    read. A cmdlet that fails is written down in errors.txt, and the others go on.

    Run it in the Exchange Management Shell of one server; it asks every server for its certificates. Exchange Online's
    connectors are exported as well where the same window is connected (Connect-ExchangeOnline); otherwise run it again
    in a window that is, with the same folder.

.PARAMETER OutputPath
    The folder to write to; it is made where it is not there. Without it, ChainCheck-Export in the current folder.

.EXAMPLE
    .\Collect-ChainCheck.ps1 -OutputPath C:\Temp\exports

    Then, where chaincheck is: chaincheck audit exports --domain mail.contoso.com --inventory exports
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [string] $OutputPath = 'ChainCheck-Export'
)

$ErrorActionPreference = 'Stop'

# Only what chaincheck reads. Over remote PowerShell the rest lies in SerializationData.
$CertificateProperties = @(
    'Identity', 'Thumbprint', 'RawData', 'Services', 'Status', 'RootCAType', 'HasPrivateKey', 'PrivateKeyExportable',
    'IsSelfSigned', 'FriendlyName', 'CertificateDomains', 'Issuer', 'Subject', 'SerialNumber', 'NotBefore', 'NotAfter',
    'SerializationData', 'PSComputerName'
)

$Folder = New-Item -ItemType Directory -Path $OutputPath -Force
$ErrorFile = Join-Path -Path $Folder.FullName -ChildPath 'errors.txt'

function Write-Failure {
    param([string] $What, [string] $Message)
    Write-Warning -Message ('{0}: {1}' -f $What, $Message)
    Add-Content -Path $ErrorFile -Value ('{0}: {1}' -f $What, $Message) -Encoding UTF8
}

function Export-Answer {
    param([string] $Name, [string] $Cmdlet, [scriptblock] $Command)
    # A cmdlet is missing where the account may not run it, or where the shell is not connected.
    if (-not (Get-Command -Name $Cmdlet -ErrorAction SilentlyContinue)) {
        Write-Failure -What $Name -Message ('{0} is not available in this window' -f $Cmdlet)
        return
    }
    try {
        $Answer = @(& $Command)
        if ($Answer.Count -eq 0) {
            Write-Failure -What $Name -Message ('{0} gave nothing' -f $Cmdlet)
            return
        }
        $Path = Join-Path -Path $Folder.FullName -ChildPath ($Name + '.xml')
        $Answer | Export-Clixml -Path $Path -Depth 3 -Encoding UTF8
        Write-Host ('{0}: {1} objects' -f $Name, $Answer.Count)
    }
    catch {
        Write-Failure -What $Name -Message $_.Exception.Message
    }
}

if (Get-Command -Name 'Get-ExchangeServer' -ErrorAction SilentlyContinue) {
    Export-Answer -Name 'servers' -Cmdlet 'Get-ExchangeServer' -Command { Get-ExchangeServer }
    Export-Answer -Name 'transport-services' -Cmdlet 'Get-TransportService' -Command { Get-TransportService }
    Export-Answer -Name 'receive-connectors' -Cmdlet 'Get-ReceiveConnector' -Command { Get-ReceiveConnector }
    Export-Answer -Name 'send-connectors' -Cmdlet 'Get-SendConnector' -Command { Get-SendConnector }
    Export-Answer -Name 'accepted-domains' -Cmdlet 'Get-AcceptedDomain' -Command { Get-AcceptedDomain }
    Export-Answer -Name 'hybrid' -Cmdlet 'Get-HybridConfiguration' -Command { Get-HybridConfiguration }
    $Servers = @()
    try {
        $Servers = @(Get-ExchangeServer | ForEach-Object { [string] $_.Fqdn })
    }
    catch {
        Write-Failure -What 'certificates' -Message $_.Exception.Message
    }
    foreach ($Server in $Servers) {
        Export-Answer -Name ('certificates-' + $Server) -Cmdlet 'Get-ExchangeCertificate' -Command {
            Get-ExchangeCertificate -Server $Server |
                Select-Object -Property ($CertificateProperties + @{ Name = 'Server'; Expression = { $Server } })
        }
    }
}
else {
    Write-Host 'no Exchange Management Shell: the servers are left out (run again in one, with the same folder)'
}

if (Get-Command -Name 'Get-InboundConnector' -ErrorAction SilentlyContinue) {
    Export-Answer -Name 'inbound-connectors' -Cmdlet 'Get-InboundConnector' -Command { Get-InboundConnector }
    Export-Answer -Name 'outbound-connectors' -Cmdlet 'Get-OutboundConnector' -Command { Get-OutboundConnector }
}
else {
    Write-Host 'not connected to Exchange Online: its connectors are left out (Connect-ExchangeOnline, then run again)'
}

Write-Host ''
Write-Host ('Everything is in {0}.' -f $Folder.FullName)
if (Get-Item -Path $ErrorFile -ErrorAction SilentlyContinue) {
    Write-Host ('Something could not be exported: see {0}.' -f $ErrorFile)
}
Write-Host 'Now run, where chaincheck is:'
Write-Host '    chaincheck audit <this folder> --domain <name of the mail server> --inventory <this folder>'
