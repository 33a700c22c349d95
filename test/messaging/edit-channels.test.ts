import { Webhook } from 'standardwebhooks'
import { describe, expect, it } from 'vitest'
import { saveChannelRoute } from '../../functions/messaging/channel.route.ts'
import { channelGone, channelsOf, targetOf } from '../../functions/messaging/channel-store.ts'
import { listChannels, removeChannel, saveChannel } from '../../functions/messaging/edit-channels.ts'
import { messagingKeys } from '../../functions/messaging/keys.ts'
import { settingsOf } from '../../functions/settings.ts'
import { parse } from '../../shared/http/request.ts'
import { DAY } from '../../shared/kernel/time.ts'
import { Contended } from '../../shared/table/table.ts'
import { codeOf, refusalOf, valueIn } from '../kit.ts'
import { cost, NOON, person, stored, type World, world } from './fixture.ts'

const url = 'https://hooks.example.com/in'

const kept = (at: World, accountId: string, code: string) =>
  channelsOf(stored(at, messagingKeys.channels(accountId))).get(code)

/** What a message would be signed with. */
const signing = async (at: World, accountId: string, code: string, now = NOON): Promise<readonly string[]> => {
  const channel = kept(at, accountId, code)
  return channel ? targetOf(await at.keyRing(), accountId, channel, now).secrets : []
}

const opened = async () => {
  const at = world()
  const { accountId } = await person(at)
  const save = (code: string, more: { url?: string; rotateSecret?: boolean } = {}) =>
    saveChannel(at, { accountId, code, url, ...more })
  return { at, accountId, save }
}

describe('P13 channels happy', () => {
  it('a new channel answers its secret once, a changed one does not', async () => {
    const { at, accountId, save } = await opened()
    const { secret = '', ...shown } = valueIn(await save('ops'))
    expect(shown).toEqual({ code: 'ops', kind: 'webhook', url })
    expect(Buffer.from(secret.replace('whsec_', ''), 'base64')).toHaveLength(32)
    expect(new Webhook(secret).sign('id', new Date(), '')).toMatch(/^v1,/)
    const other = 'https://hooks.example.com/other'
    expect(valueIn(await save('ops', { url: other }))).toEqual({ code: 'ops', kind: 'webhook', url: other })
    expect(kept(at, accountId, 'ops')).toMatchObject({ code: 'ops', kind: 'webhook', url: other })
    expect(await signing(at, accountId, 'ops')).toEqual([secret])
  })

  it('a rotated secret is new, and the old one signs for another day', async () => {
    const { at, accountId, save } = await opened()
    const first = valueIn(await save('ops')).secret
    const second = valueIn(await save('ops', { rotateSecret: true })).secret
    expect(second).toMatch(/^whsec_/)
    expect(second).not.toBe(first)
    expect(await signing(at, accountId, 'ops', NOON + DAY - 1)).toEqual([second, first])
    expect(await signing(at, accountId, 'ops', NOON + DAY)).toEqual([second])
  })

  it('lists by code without secrets in the answer, and a removed one is gone', async () => {
    const { at, accountId, save } = await opened()
    for (const code of ['b', 'a', 'c-1']) await save(code)
    valueIn(await removeChannel(at, { accountId, code: 'b' }))
    expect(valueIn(await listChannels(at, accountId)).map(({ code }) => code)).toEqual(['a', 'c-1'])
  })

  it('saving again takes the hint away that nobody lives there', async () => {
    const { at, accountId, save } = await opened()
    await save('ops')
    await at.table.commit([channelGone(accountId, 'ops', NOON)])
    expect(valueIn(await listChannels(at, accountId))[0]?.goneAt).toBe(NOON)
    await save('ops')
    expect(valueIn(await listChannels(at, accountId))[0]?.goneAt).toBeUndefined()
  })

  it('P1 an unverified account may set channels; two table calls', async () => {
    const at = world()
    const { accountId } = await person(at, { verified: false })
    expect((await cost(at, () => saveChannel(at, { accountId, code: 'ops', url }))).table).toBe(2)
    expect(kept(at, accountId, 'ops')?.url).toBe(url)
  })

  it('an exact host and port that the stage allows may be plain http and private', async () => {
    const { deliveries } = settingsOf('sandbox', undefined)
    const at = world({ deliveries: { ...deliveries, localTargets: ['127.0.0.1:9000'] } })
    const { accountId } = await person(at)
    const save = (address: string) => saveChannel(at, { accountId, code: 'ops', url: address })
    expect(codeOf(await save('http://127.0.0.1:9000/in'))).toBe('ok')
    expect(codeOf(await save('http://127.0.0.1:9001/in'))).toBe('channel_address_refused')
    expect(codeOf(await save('http://user@127.0.0.1:9000/in'))).toBe('channel_address_refused')
  })
})

describe('P13 channels refused', () => {
  it.each(['', 'A', 'a_b', 'a.b', 'ä', 'x'.repeat(33), 'a b', '../a', '__proto__'])('code %j', async (code) => {
    const { at, accountId, save } = await opened()
    expect(refusalOf(await save(code)).fields).toEqual([{ pointer: '/code', code: 'invalid_channel_code' }])
    expect(codeOf(await removeChannel(at, { accountId, code }))).toBe('not_found')
  })

  it.each(['http://hooks.example.com', 'https://10.0.0.1/', 'https://localhost/', 'ftp://hooks.example.com', 'x', ''])(
    'address %j',
    async (address) => {
      const { save } = await opened()
      expect(refusalOf(await save('ops', { url: address })).fields).toEqual([
        { pointer: '/url', code: 'channel_address_refused' },
      ])
    },
  )

  it('removing what is not there', async () => {
    const { at, accountId } = await opened()
    expect(codeOf(await removeChannel(at, { accountId, code: 'ops' }))).toBe('not_found')
    expect(stored(at, messagingKeys.channels(accountId))).toBeUndefined()
  })

  it('the twenty-first channel; changing the twentieth still works', async () => {
    const { save } = await opened()
    for (let one = 1; one <= 20; one += 1) await save(`c${one}`)
    expect(codeOf(await save('c21'))).toBe('channel_limit_reached')
    expect(codeOf(await save('c20'))).toBe('ok')
  })

  it.each([
    [{ kind: 'mail', url }, '/kind', 'invalid_field'],
    [{ kind: 'webhook' }, '/url', 'channel_address_refused'],
    [{ kind: 'webhook', url, secret: 'whsec_mine' }, '/secret', 'unknown_field'],
    [{ kind: 'webhook', url, rotateSecret: 'yes' }, '/rotateSecret', 'invalid_field'],
  ])('the body %j names its wrong field', (body, pointer, code) => {
    expect(refusalOf(parse(saveChannelRoute.body, body, saveChannelRoute.problems)).fields).toMatchObject([
      { pointer, code },
    ])
  })
})

describe('P13 channels hostile', () => {
  it('many at once never pass the limit, lose a channel or show a secret that is not kept', async () => {
    const { at, accountId, save } = await opened()
    for (let one = 1; one <= 18; one += 1) await save(`c${one}`)
    const codes = ['x', 'y', 'z']
    const saved = await Promise.all(codes.map((code) => save(code)))
    expect(saved.map(codeOf).sort()).toEqual(['channel_limit_reached', 'ok', 'ok'])
    for (const [index, outcome] of saved.entries())
      if (outcome.ok) expect(await signing(at, accountId, codes[index] ?? '')).toEqual([outcome.value.secret])
    expect(valueIn(await listChannels(at, accountId))).toHaveLength(20)
  })

  it('a thief of the table finds no secret in it, neither the current nor the one before', async () => {
    const { at, save } = await opened()
    const first = valueIn(await save('ops')).secret ?? ''
    const second = valueIn(await save('ops', { rotateSecret: true })).secret ?? ''
    const dump = JSON.stringify(at.table.items())
    for (const secret of [first, second]) {
      const bytes = Buffer.from(secret.replace('whsec_', ''), 'base64')
      expect(bytes).toHaveLength(32)
      for (const plain of [secret, secret.slice(6), bytes.toString('base64url'), bytes.toString('hex')])
        expect(dump).not.toContain(plain)
    }
    expect(dump).not.toContain('whsec_')
  })

  it('forty at once that want the same all have it, and one of them the secret', async () => {
    const { save } = await opened()
    const saved = (await Promise.all(Array.from({ length: 40 }, () => save('ops')))).map(valueIn)
    expect(saved.flatMap(({ secret }) => secret ?? [])).toHaveLength(1)
    const other = 'https://hooks.example.com/other'
    for (const outcome of await Promise.all(Array.from({ length: 40 }, () => save('ops', { url: other }))))
      expect(valueIn(outcome)).toEqual({ code: 'ops', kind: 'webhook', url: other })
  })

  it('forty at once that want something else each are saved one after the other, or told to come again', async () => {
    const { at, accountId, save } = await opened()
    await save('ops')
    const wanted = Array.from({ length: 40 }, (_none, nth) => `${url}/${nth}`)
    const saved = await Promise.allSettled(wanted.map((address) => save('ops', { url: address })))
    const done = saved.flatMap((one) => (one.status === 'fulfilled' ? [valueIn(one.value).url] : []))
    expect(done).toContain(kept(at, accountId, 'ops')?.url)
    expect(done.length).toBeGreaterThanOrEqual(8)
    for (const one of saved) if (one.status === 'rejected') expect(one.reason).toBeInstanceOf(Contended)
  })

  it('saving what is there already writes nothing', async () => {
    const { at, accountId, save } = await opened()
    await save('ops')
    const before = stored(at, messagingKeys.channels(accountId))
    expect((await cost(at, () => save('ops'))).table).toBe(1)
    expect(stored(at, messagingKeys.channels(accountId))).toEqual(before)
  })

  it('another account sees and removes nothing', async () => {
    const { at, save } = await opened()
    await save('ops')
    const other = await person(at)
    expect(valueIn(await listChannels(at, other.accountId))).toEqual([])
    expect(codeOf(await removeChannel(at, { accountId: other.accountId, code: 'ops' }))).toBe('not_found')
  })
})
