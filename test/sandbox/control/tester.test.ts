import { describe, expect, it } from 'vitest'
import { byTesterKey } from '../../../functions/sandbox/control/tester.ts'
import { requestFrom } from '../../http-event.ts'
import { codeOf } from '../../kit.ts'

const admitted = async (testerKey: string | undefined, header: Record<string, string>, bearer?: string) =>
  codeOf(await byTesterKey(testerKey).admit(requestFrom(bearer, header)))

describe('a tester', () => {
  it('is anybody where the deployment asks for no key', async () => {
    expect(byTesterKey(undefined).kind).toBe('tester')
    expect(await admitted(undefined, {})).toBe('ok')
    expect(await admitted(undefined, { 'x-shiming-tester': 'whatever' })).toBe('ok')
  })

  it('shows the key where there is one', async () => {
    expect(await admitted('a-tester-key', { 'X-Shiming-Tester': 'a-tester-key' })).toBe('ok')
  })

  it.each(['', 'a-tester-ke', 'a-tester-keys', 'A-TESTER-KEY', '键'])('is nobody with the key %j', async (key) => {
    expect(await admitted('a-tester-key', { 'x-shiming-tester': key })).toBe('unauthenticated')
  })

  it('is nobody with the key in another place', async () => {
    expect(await admitted('a-tester-key', {}, 'a-tester-key')).toBe('unauthenticated')
  })
})
