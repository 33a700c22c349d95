import { describe, expect, it } from 'vitest'
import { noBrowser } from './executable.ts'

describe('a browser to test with', () => {
  it('comes with the packages for Linux on x64', () => {
    expect(noBrowser({ platform: 'linux', arch: 'x64', env: {} })).toBeUndefined()
  })

  it.each([
    ['linux', 'arm64'],
    ['darwin', 'arm64'],
    ['win32', 'x64'],
  ])('has to be named on %s %s', (platform, arch) => {
    expect(noBrowser({ platform, arch, env: {} })).toBe(
      `no browser comes with the packages for ${platform} ${arch}: set CHROMIUM_PATH to a Chromium or Chrome`,
    )
    expect(noBrowser({ platform, arch, env: { CHROMIUM_PATH: '/usr/bin/chromium' } })).toBeUndefined()
  })
})
