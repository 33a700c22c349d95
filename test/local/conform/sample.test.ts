import { describe, expect, it } from 'vitest'
import { conforms } from '../../../local/conform/report.ts'
import { publicKeyOf } from '../../../local/conform/stage/signing.ts'
import { pathOf } from '../../docs/repository.ts'
import { run } from '../../examples/apps.ts'
import { everyCase, freePort, idsOf, LIMIT_MS, runAt, secrets } from './run.ts'

describe('M10 the sample app for webhooks', () => {
  it('passes every case, with a secret and, of the next one, the public key', async () => {
    const keys = [secrets[0], publicKeyOf(secrets[1])]
    const port = await freePort()
    const { child, until } = run(process.execPath, [pathOf('examples/webhooks.mjs')], {
      CONFORM: '1',
      SHIMING_URL: `http://127.0.0.1:${port}`,
      SHIMING_API_KEY: 'smk_test',
      SHIMING_WEBHOOK_SECRET: keys.join(','),
      PORT: '0',
    })
    const app = await until(/http:\/\/127\.0\.0\.1:\d+/)
    const tried = { webhook: `${app}/webhooks/shiming`, gate: `${app}/comments`, state: `${app}/conform/state` }
    try {
      const report = await runAt({ ...tried, settleMs: LIMIT_MS }, port)
      expect(idsOf(report, 'passed')).toEqual(everyCase)
      expect(conforms(report)).toBe(true)
      expect(report.unplayed).toEqual([])
    } finally {
      child.kill()
    }
  })

  it('tells nobody what it believes where it is not tried', async () => {
    const { child, until } = run(process.execPath, [pathOf('examples/webhooks.mjs')], { PORT: '0' })
    try {
      const app = await until(/http:\/\/127\.0\.0\.1:\d+/)
      expect((await fetch(`${app}/conform/state?externalId=user-1`)).status).toBe(404)
    } finally {
      child.kill()
    }
  })
})
