import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { saveChannelRoute } from '../../functions/messaging/channel.route.ts'
import { inboxRoute, messageDocumentRoute, messageRoute } from '../../functions/messaging/read.route.ts'
import { sendRoute } from '../../functions/messaging/send.route.ts'
import { codeToScan, messageToken, pushplusSend, scan, signIn, submit, type User } from '../../local/demo/user.ts'
import type { Instance } from './instance.ts'
import type { Receiver } from './receiver.ts'
import { sharedInstance } from './shared-instance.ts'

describe('P13 messages, behind the gate', () => {
  let instance: Instance
  let target: Receiver
  let user: User
  let token: string

  beforeAll(async () => {
    instance = await sharedInstance()
    target = instance.receiver
    const person = await instance.person('match')
    user = await signIn(instance.platform, person.phone)
    token = await messageToken(instance.platform, user)
    expect(await pushplusSend(instance.platform, token, 'early')).toBe(905)
    const { order } = await submit(instance.platform, user, person, 'fee')
    const { codeUrl } = await codeToScan(instance.platform, user, order.id)
    await scan(instance.platform, codeUrl)
    await instance.platform.pass('1m')
  })

  afterAll(async () => {
    expect(await instance.end(), 'P11 plaintext identity').toEqual([])
  })

  it('the inbox shows what was sent, newest first', async () => {
    const { platform } = instance
    const { id } = await platform.must(sendRoute, { body: { title: 'one', content: 'first' }, token: user.token })
    await platform.must(sendRoute, { body: { title: 'two', content: 'second' }, token })
    const { messages } = await platform.must(inboxRoute, { token: user.token })
    expect(messages.map((message) => message.title)).toEqual(['two', 'one', expect.stringContaining('已完成实名认证')])
    expect(await platform.must(messageRoute, { params: { id }, token: user.token })).toMatchObject({ content: 'first' })
  })

  it('a message is shown to its account as a document that can do nothing', async () => {
    const { platform } = instance
    const content = '<b>done</b><script>x</script><img src="https://x.example/a.png">'
    const { id } = await platform.must(sendRoute, { body: { content }, token: user.token })
    const call = (query: Record<string, string>, by = user.token) =>
      platform.call(messageDocumentRoute, { params: { id }, query, token: by })
    const shown = await fetch(`${instance.engine.url}/v1/messages/${id}/document?theme=dark`, {
      headers: { authorization: `Bearer ${user.token}` },
    })
    const text = await shown.text()
    expect([shown.status, shown.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(text).toContain('<main><b>done</b><span class="picture">[图片 picture]</span></main>')
    expect(text).toContain('data-theme="dark"')
    expect(await call({ theme: 'pink' })).toMatchObject({ ok: false, problem: { code: 'invalid_request' } })
    const person = await instance.person('match')
    const other = await signIn(platform, person.phone)
    expect(await call({}, other.token)).toMatchObject({ ok: false, problem: { code: 'not_found' } })
  })

  it('a webhook is signed by Standard Webhooks and tried again until it is taken', async () => {
    const { platform } = instance
    const body = { kind: 'webhook', url: `http://${target.address}/hook` }
    const channel = await platform.must(saveChannelRoute, { params: { code: 'mine' }, body, token: user.token })
    target.answers.push(500)
    await platform.pass('1m')
    const draft = { content: 'knock', channel: 'webhook', option: 'mine' }
    const { id } = await platform.must(sendRoute, { body: draft, token })
    await platform.pass('0s')
    expect(target.received).toHaveLength(1)
    await platform.pass('2m')
    expect(target.received).toHaveLength(2)
    for (const { headers, body } of target.received) {
      // The receiver checks the signature; its window is about its own clock, which this instance has left behind.
      expect(headers['webhook-id']).toBe(id)
      const sent = Number(headers['webhook-timestamp'])
      const verifier = new Webhook(channel.secret ?? '')
      expect(headers['webhook-signature']).toContain(verifier.sign(id, new Date(sent * 1000), body))
    }
    expect(await platform.must(messageRoute, { params: { id }, token: user.token })).toMatchObject({
      status: 'delivered',
    })
    const dump = JSON.stringify(await instance.engine.dumps.tables())
    for (const plain of [channel.secret ?? '', 'whsec_', token, user.token]) expect(dump).not.toContain(plain)
  })

  it('addresses inside are refused', async () => {
    for (const url of [
      'https://127.0.0.1/x',
      'http://example.com/',
      'https://169.254.169.254/',
      'https://[::1]/',
      'https://u:p@example.com/',
    ]) {
      const call = { params: { code: 'bad' }, body: { kind: 'webhook', url }, token: user.token }
      expect(await instance.platform.call(saveChannelRoute, call)).toMatchObject({
        ok: false,
        problem: { code: 'channel_address_refused' },
      })
    }
  })

  it('a pushplus script gets 200, 903 and 999 where they belong', async () => {
    await instance.platform.pass('1m')
    expect(await pushplusSend(instance.platform, token, 'hello')).toBe(200)
    expect(await pushplusSend(instance.platform, '0'.repeat(32), 'hello')).toBe(903)
    expect(await pushplusSend(instance.platform, token, '')).toBe(999)
    const form = await fetch(`${instance.platform.url}/send/${token}?template=json`, {
      method: 'POST',
      body: '{"a":1}',
    })
    expect(form.status).toBe(200)
    expect(await form.json()).toMatchObject({ code: 200, data: expect.stringMatching(/^[0-9a-f]{32}$/) })
  })
})
