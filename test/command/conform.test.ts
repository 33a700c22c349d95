import { describe, expect, it } from 'vitest'
import { newSecret } from '../../local/conform/stage/signing.ts'
import { typed } from './typed.ts'

const [one, other] = [newSecret(), newSecret()]
const webhook = ['--webhook', 'http://127.0.0.1:3000/hooks']

const misuse = async (args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<string> => {
  const { code, err, out } = await typed(['conform', ...args], { env })
  expect({ code, out }).toEqual({ code: 2, out: '' })
  return err
}

describe('M10 npx shiming conform', () => {
  it('needs to know where deliveries go', async () => {
    expect(await misuse(['--secret', one])).toContain('--webhook must say where the receiver takes deliveries')
    for (const none of ['localhost:3000', '/hooks', 'ftp://app.example'])
      expect(await misuse(['--webhook', none])).toContain('--webhook must be an address')
  })

  it('needs one secret or two, and shows none that is not right', async () => {
    expect(await misuse(webhook)).toContain('--secret must say which secret the receiver has')
    for (const wrong of [`${one},`, `${one},${other},${one}`, one.slice(6), 'whsec_short']) {
      const told = await misuse([...webhook, '--secret', wrong])
      expect(told).toContain('--secret must be whsec_ and base64, once or twice with a comma between')
      expect(told).not.toContain(wrong)
    }
    expect(await misuse(webhook, { SHIMING_WEBHOOK_SECRET: 'x' })).toContain('--secret must be')
  })

  it('speaks Chinese, too', async () => {
    expect(await misuse(webhook, { LANG: 'zh_CN.UTF-8' })).toContain('请用 --secret 说明接收端所用的密钥')
    expect(await misuse([...webhook, '--lang', 'fr'])).toContain('--lang must be')
  })
})
