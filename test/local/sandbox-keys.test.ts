import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { SANDBOX_ALIBABA_CLOUD, SANDBOX_KEY_RING, SANDBOX_WECHAT, SANDBOX_WECHAT_WEBSITE } from '../../infra/config.ts'
import { DataFolderError } from '../../local/data-faults.ts'
import { openDataFolder } from '../../local/data-folder.ts'
import { sandboxKeys } from '../../local/sandbox-keys.ts'
import { versionedKeysIn } from '../../shared/vault/key-ring-secret.ts'

const path = mkdtempSync(join(tmpdir(), 'shiming-keys-'))
const file = join(path, 'sandbox.json')
const folder = openDataFolder(path)
afterAll(() => rmSync(path, { recursive: true }))

describe('the secrets of a data folder', () => {
  it('are those of the first start, the key ring among them', () => {
    const first = sandboxKeys(folder)
    expect(sandboxKeys(folder)).toEqual(first)
    expect(versionedKeysIn(JSON.parse(first.secrets[SANDBOX_KEY_RING] ?? '')).map(({ version }) => version)).toEqual([
      'k1',
    ])
  })

  it('get a key ring, and accounts at WeChat and Alibaba Cloud, where the folder is from before there were some', () => {
    const { secrets, ...keys } = JSON.parse(readFileSync(file, 'utf8'))
    const {
      [SANDBOX_KEY_RING]: _ring,
      [SANDBOX_WECHAT]: _wechat,
      [SANDBOX_WECHAT_WEBSITE]: _website,
      [SANDBOX_ALIBABA_CLOUD]: _cloud,
      ...before
    } = secrets
    writeFileSync(file, JSON.stringify({ ...keys, secrets: before }))
    const now = sandboxKeys(folder)
    expect(now).toMatchObject({ ...keys, secrets: before })
    expect(versionedKeysIn(JSON.parse(now.secrets[SANDBOX_KEY_RING] ?? '')).map(({ version }) => version)).toEqual([
      'k1',
    ])
    const wechat = JSON.parse(now.secrets[SANDBOX_WECHAT] ?? '')
    expect(wechat).toMatchObject({ appId: JSON.parse(before['shiming/sandbox/wechat-pay']).appid })
    const website = JSON.parse(now.secrets[SANDBOX_WECHAT_WEBSITE] ?? '')
    expect(website.appId).toMatch(/^wx[0-9a-f]{16}$/)
    expect(website.appId).not.toBe(wechat.appId)
    const cloud = JSON.parse(now.secrets[SANDBOX_ALIBABA_CLOUD] ?? '')
    const key = { accessKeyId: expect.stringMatching(/^LTAI/), accessKeySecret: expect.stringMatching(/./) }
    const texts = { smsSignName: '实名', smsTemplateCode: expect.stringMatching(/^SMS_\d{9}$/) }
    expect(cloud).toEqual({ ...key, ...texts })
    const account = { accessKeyId: 'LTAI', accessKeySecret: 's' }
    const withoutTexts = { ...before, [SANDBOX_ALIBABA_CLOUD]: JSON.stringify(account) }
    writeFileSync(file, JSON.stringify({ ...keys, secrets: withoutTexts }))
    expect(JSON.parse(sandboxKeys(folder).secrets[SANDBOX_ALIBABA_CLOUD] ?? '')).toEqual({ ...account, ...texts })
  })

  it.each(['', '{', '[]', '{"secrets":{}}', '{"secrets":{"a":"{"},"platformKey":"p","operatorKey":"o"}'])(
    'are refused where they are %j',
    (text) => {
      writeFileSync(file, text)
      expect(() => sandboxKeys(folder)).toThrow(DataFolderError)
      expect(() => sandboxKeys(folder)).toThrow(`${file} is damaged`)
    },
  )

  it('are refused where they are gone, and an engine still has those the API keys belong to', () => {
    rmSync(file)
    writeFileSync(join(path, 'secrets.json'), '{}')
    expect(() => sandboxKeys(folder)).toThrow('has secrets.json, but sandbox.json is missing or empty')
    rmSync(join(path, 'secrets.json'))
    expect(sandboxKeys(folder).platformKey).not.toBe('')
  })
})
