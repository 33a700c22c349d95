import { type Browser, chromium } from 'playwright-core'
import { executable } from './executable.ts'
import { fontsFile } from './fonts.ts'

/**
 * Not the package's own arguments: they switch off what tests are about (web security, site isolation) and run everything in
 * one process, so that closing a context closes the browser.
 */
const ARGUMENTS = [
  // As root in a container there is no other way; nothing but our own pages is opened.
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  // Equal widths and colours on every machine.
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  // Nothing leaves this machine: a page that asks elsewhere fails at once, and fails its test.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost',
]

/** A browser by itself, with nothing of the environment but what it needs. Whoever starts it closes it. */
export const launch = async (): Promise<Browser> => {
  const { path, libraries } = await executable()
  return chromium.launch({
    executablePath: path,
    args: ARGUMENTS,
    env: {
      PATH: process.env.PATH ?? '',
      HOME: process.env.HOME ?? '',
      FONTCONFIG_FILE: await fontsFile(),
      ...(libraries !== undefined && { LD_LIBRARY_PATH: libraries }),
    },
  })
}

let shared: Promise<Browser> | undefined

const start = async (): Promise<Browser> => {
  const began = performance.now()
  const browser = await launch()
  process.stdout.write(
    `Chromium ${browser.version()} started in ${((performance.now() - began) / 1000).toFixed(1)} s\n`,
  )
  return browser
}

/** The one browser of a run, which all files use one after the other; it ends with the run. */
export const sharedBrowser = (): Promise<Browser> => {
  shared ??= start()
  return shared
}
