import { describe, expect, it } from 'vitest'
import { browserCommand } from '../../local/open-browser.ts'

const URL = 'http://127.0.0.1:4000'
const commandOn = (platform: NodeJS.Platform, env: Record<string, string> = {}, isTerminal = true) =>
  browserCommand(URL, { platform, env, isTerminal })

describe('the browser that npm start opens', () => {
  it.each([
    ['darwin', {}, ['open', [URL]]],
    ['win32', {}, ['cmd', ['/c', 'start', '""', URL]]],
    ['linux', { DISPLAY: ':0' }, ['xdg-open', [URL]]],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, ['xdg-open', [URL]]],
  ] as const)('is the one of %s', (platform, env, command) => {
    expect(commandOn(platform, env)).toEqual(command)
  })

  it.each([
    ['in CI', commandOn('darwin', { CI: 'true' })],
    ['into a file', commandOn('darwin', {}, false)],
    ['over SSH', commandOn('darwin', { SSH_CONNECTION: '1.2.3.4 5 6.7.8.9 22' })],
    ['without a screen', commandOn('linux')],
    ['where it is said so', commandOn('win32', { BROWSER: 'none' })],
  ])('is none %s', (_, command) => {
    expect(command).toBeUndefined()
  })
})
