import { request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { formOf } from '../../shared/objects/post-form.ts'
import { type Instance, instance } from '../fixture/instance.ts'
import { bytes, LEAST, postingTo, refusal } from './posting.ts'

let local: Instance
let to: ReturnType<typeof postingTo>
beforeAll(async () => {
  local = await instance()
  to = postingTo(local)
})
afterAll(async () => {
  await local.stop()
  expect(local.faults).toEqual([])
})

const FORM = 'multipart/form-data; boundary=x'
const part = (name: string, value: string): string =>
  `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
const file = '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n0123456789\r\n'
const END = '--x--\r\n'
const MALFORMED = '400 MalformedPOSTRequest: The body of your POST request is not well-formed multipart/form-data.'
const NO_KEY = "400 InvalidArgument: Bucket POST must contain a field named 'key'.  If it is specified, please check"

describe('what is no form with one file', () => {
  it.each([
    ['another kind of form', 'a=b', 'application/x-www-form-urlencoded', '412 PreconditionFailed: '],
    ['no kind', 'a=b', undefined, '412 PreconditionFailed: '],
    ['no boundary', 'a=b', 'multipart/form-data', MALFORMED],
    ['no parts', 'a=b', FORM, MALFORMED],
    ['nothing', '', FORM, '4'],
    ['no end', part('key', 'in/1'), FORM, MALFORMED],
    ['no file', part('key', 'in/1') + END, FORM, '400 InvalidArgument: POST requires exactly one file upload'],
    ['no key', part('policy', 'e30=') + file + END, FORM, NO_KEY],
    ['an empty key', part('key', '') + file + END, FORM, NO_KEY],
    ['fields behind the file', file + part('key', 'in/1') + END, FORM, NO_KEY],
    ['a field twice', part('key', 'a') + part('KEY', 'b') + file + END, FORM, '400 InvalidArgument: A field was'],
    ['long fields', part('key', 'x'.repeat(20_480)) + file + END, FORM, '400 MaxPostPreDataLengthExceededError: Your'],
    ['nobody who signed', part('key', 'in/1') + file + END, FORM, '403 AccessDenied: Access Denied'],
  ])('is refused: %s', async (_what, body, type, told) => {
    const answer = refusal(await to.postRaw(body, type))
    expect(answer.slice(0, told.length)).toBe(told)
    expect(answer).not.toContain('undefined')
  })

  it('is refused with a second file', async () => {
    const allowed = await to.allowed('in/two')
    const form = formOf(allowed, bytes(LEAST))
    form.append('file', new Blob([bytes(LEAST)]), 'b')
    const answer = await fetch(allowed.url, { method: 'POST', body: form })
    expect(refusal({ status: answer.status, text: await answer.text() })).toContain(
      '400 InvalidArgument: POST requires',
    )
    expect(await to.found('in/two')).toBeUndefined()
  })

  it('is refused where its length is not said', async () => {
    const { url } = await to.allowed('in/endless')
    const body = new Blob([part('key', 'in/endless')]).stream()
    const answer = await fetch(url, { method: 'POST', body, duplex: 'half', headers: { 'content-type': FORM } })
    expect(refusal({ status: answer.status, text: await answer.text() })).toContain(
      '411 MissingContentLength: You must',
    )
  })
})

describe('a form that was allowed', () => {
  /** As it goes over the wire. */
  const whole = async (name: string) => {
    const made = new Response(formOf(await to.allowed(name), bytes(900)))
    return { body: Buffer.from(await made.arrayBuffer()), type: made.headers.get('content-type') ?? '' }
  }

  it('is taken byte by byte as well', async () => {
    const { body, type } = await whole('in/slow')
    const { url } = await to.allowed('in/slow')
    const status = await new Promise((resolve, reject) => {
      const headers = { 'content-type': type, 'content-length': body.length }
      const outgoing = request(url, { method: 'POST', headers, agent: false }, (answer) => resolve(answer.statusCode))
      outgoing.on('error', reject)
      outgoing.setNoDelay()
      for (const byte of body) outgoing.write(Uint8Array.of(byte))
      outgoing.end()
    })
    expect([status, await to.found('in/slow')]).toEqual([204, expect.objectContaining({ size: 900 })])
  })

  it('leaves nothing behind where its end is missing', async () => {
    const { body, type } = await whole('in/open')
    const open = body.subarray(0, body.lastIndexOf('\r\n--'))
    expect(refusal(await to.postRaw(Uint8Array.from(open), type))).toBe(MALFORMED)
    expect([await to.found('in/open'), to.events('in/open')]).toEqual([undefined, []])
  })

  it('leaves nothing behind where whoever sends it breaks off', async () => {
    const { body, type } = await whole('in/broken')
    const { url } = await to.allowed('in/broken')
    await new Promise<void>((resolve) => {
      const headers = { 'content-type': type, 'content-length': body.length }
      const outgoing = request(url, { method: 'POST', headers, agent: false })
      outgoing.on('error', () => resolve())
      outgoing.write(body.subarray(0, -200), () => setTimeout(() => outgoing.destroy(new Error('as asked')), 50))
    })
    await local.engine.drain()
    expect([await to.found('in/broken'), to.events('in/broken')]).toEqual([undefined, []])
  })
})
