import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Misused } from '../../shared/command/command-line.ts'
import { runCommand } from '../../shared/command/run-command.ts'
import { RELEASES, releasesIn } from './releases.ts'

const KEPT_ASSETS = join(import.meta.dirname, '../../.kept-assets')

const keepCommand = {
  call: 'npm run web:keep',
  does: [
    'Fetches the files of the pages that a deployment serves now, so that the next release serves them on: whoever has a page open',
    'meanwhile needs them. Before every release, after which npm run synth has them in it.',
  ].join('\n'),
  flags: {},
  others: 'https://<address of the deployment>',
}

const fetchAsset = async (base: string, name: string): Promise<Response> => {
  const response = await fetch(`${base}/assets/${name}`)
  if (!response.ok) throw new Error(`${base}/assets/${name} answers ${response.status}`)
  return response
}

const keep = async (base: string): Promise<number> => {
  const releases = releasesIn(await (await fetchAsset(base, RELEASES)).json())
  await rm(KEPT_ASSETS, { recursive: true, force: true })
  await mkdir(KEPT_ASSETS)
  const names = [...new Set(releases.flat())]
  for (const name of names) {
    const bytes = await (await fetchAsset(base, name)).arrayBuffer()
    await writeFile(join(KEPT_ASSETS, name), Buffer.from(bytes))
  }
  // Last: what it names is there.
  await writeFile(join(KEPT_ASSETS, RELEASES), JSON.stringify(releases))
  return names.length
}

if (import.meta.main)
  await runCommand(keepCommand, async ({ others: [address, ...more] }) => {
    if (address === undefined || more.length > 0 || !/^https?:\/\//.test(address))
      throw new Misused('give the address of the deployment, https://…')
    const count = await keep(address.replace(/\/+$/, ''))
    process.stdout.write(`${count} files are kept for the next release.\n`)
  })
