import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { sandboxSecrets } from '../../../infra/sandbox-secrets.ts'
import { type Platform, platformAt } from '../../../local/demo/platform.ts'
import { codeToScan, scan, signIn, submit } from '../../../local/demo/user.ts'
import { startEngine } from '../../../local/engine.ts'
import { sandboxAssembly } from '../../../local/sandbox-assembly.ts'
import { runCommand } from '../../../shared/command/run-command.ts'
import { noBrowser } from '../chromium/executable.ts'
import { launch } from '../chromium/launch.ts'
import type { Language } from '../visit/devices.ts'
import { signedIn } from '../visit/signed-in.ts'
import { visits } from '../visit/visits.ts'

const FOLDER = join(import.meta.dirname, '../../../docs/pictures')

/** Runs in the page: the pretend phone belongs to the sandbox, and not to the pages. */
const hidePhone = (): void => {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync('.phone { display: none !important }')
  document.adoptedStyleSheets = [sheet]
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const take = async (page: Page, step: string, language: Language): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  await page.evaluate(hidePhone)
  const path = join(FOLDER, `${step}.${language}.png`)
  await page.screenshot({ path, scale: 'css', animations: 'disabled', caret: 'hide' })
  say(path)
}

/** The way of one test person; of the form only what nobody has typed yet, so that no picture shows who somebody is. */
const steps = async (page: Page, platform: Platform, language: Language): Promise<void> => {
  const people = await platform.sandbox.people()
  const person = people.filter(({ outcome }) => outcome === 'match')[language === 'en' ? 1 : 0]
  if (!person) throw new Error('the catalogue has nobody left')
  const user = await signIn(platform, person.phone)
  await signedIn(page, user)
  await page.goto('/verify')
  await page.getByRole('checkbox').check()
  await take(page, 'step-1', language)
  const { order } = await submit(platform, user, person, 'fee')
  await page.goto('/verify/pay')
  await page.getByRole('radio').first().waitFor()
  await take(page, 'step-2', language)
  await scan(platform, (await codeToScan(platform, user, order.id)).codeUrl)
  await platform.pass('1m')
  await page.goto('/verify/result')
  await page.getByRole('status').first().waitFor()
  await take(page, 'step-3', language)
}

const picturesCommand = {
  call: 'npm run pictures',
  does: 'Takes the pictures of the three steps that README.md and README.zh-CN.md show, on a fresh instance in memory.',
  flags: {},
}

await runCommand(picturesCommand, async () => {
  const why = noBrowser()
  if (why !== undefined) throw new Error(why)
  const assembly = await sandboxAssembly(() => say('Synthesizing the templates …'))
  const { secrets } = sandboxSecrets()
  const engine = await startEngine({ assembly, secrets, schedulesByRealTime: false })
  const browser = await launch()
  try {
    await mkdir(FOLDER, { recursive: true })
    const here = visits(browser, engine.url)
    for (const language of ['zh-CN', 'en'] as const)
      await steps(await here.open({ language }), platformAt(engine.url), language)
    const faults = await here.end()
    if (faults.length > 0) throw new Error(`pages did what no page may do:\n${faults.join('\n')}`)
    return 0
  } finally {
    await browser.close()
    await engine.stop()
  }
})
