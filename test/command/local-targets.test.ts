import { describe, expect, it } from 'vitest'
import { loopbackTarget, targetsTold, withTargets } from '../../local/local-targets.ts'

describe('ports of this machine that webhooks may reach', () => {
  it('are exactly what an address of a webhook names', () => {
    for (const one of ['127.0.0.1:4100', '127.9.9.9:1', 'localhost:65535', '[::1]:80'])
      expect(loopbackTarget(one)).toBe(one)
    for (const one of ['127.0.0.256:1', '128.0.0.1:1', '127.0.0.1:04100', 'LOCALHOST:1', '127.0.0.1:1 ', '[::2]:1'])
      expect(loopbackTarget(one)).toBeUndefined()
  })

  it('stand beside those that the settings name, each once, and leave all other settings', () => {
    const settings = { sms: { tries: 3 }, deliveries: { attempts: 2, localTargets: ['127.0.0.1:9000'] } }
    expect(withTargets(settings, ['127.0.0.1:4100', '127.0.0.1:9000'])).toEqual({
      sms: { tries: 3 },
      deliveries: { attempts: 2, localTargets: ['127.0.0.1:9000', '127.0.0.1:4100'] },
    })
    expect(withTargets({}, ['127.0.0.1:4100'])).toEqual({ deliveries: { localTargets: ['127.0.0.1:4100'] } })
    expect(withTargets(settings, [])).toBe(settings)
  })

  it('are told when the instance is ready, where there are any', () => {
    expect(targetsTold([])).toEqual([])
    expect(targetsTold(['127.0.0.1:4100', 'localhost:4101'])).toEqual([
      'Webhooks may also go to, by --deliver: http://127.0.0.1:4100, http://localhost:4101',
    ])
  })
})
