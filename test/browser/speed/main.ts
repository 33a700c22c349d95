import { sandboxSecrets } from '../../../infra/sandbox-secrets.ts'
import { startEngine } from '../../../local/engine.ts'
import { noBrowser } from '../chromium/executable.ts'
import { launch } from '../chromium/launch.ts'
import { measure } from './measure.ts'
import { measuredPages } from './measured-pages.ts'

// node test/browser/speed/main.ts <assembly>: prints as JSON how fast each of the measured pages is on an engine of that assembly.
// A program of its own, so that the bench needs to know nothing of the browser's types.

const [assembly = ''] = process.argv.slice(2)

const measureAll = async () => {
  const { secrets } = sandboxSecrets()
  const engine = await startEngine({
    assembly,
    secrets,
    schedulesByRealTime: false,
    threads: { limit: 2, idleLimit: 2 },
  })
  const browser = await launch()
  try {
    const found = []
    for (const { title, path, usable } of measuredPages)
      found.push({ title, ...(await measure(browser, `${engine.url}${path}`, usable)) })
    return found
  } finally {
    await browser.close()
    await engine.stop()
  }
}

const found = noBrowser() === undefined && measuredPages.length > 0 ? await measureAll() : []
process.stdout.write(JSON.stringify(found))
