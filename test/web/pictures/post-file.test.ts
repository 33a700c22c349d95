import { describe, expect, it } from 'vitest'
import { formOf, type Posting, postFile } from '../../../web/user/pictures/post-file.ts'

const upload = { url: 'https://intake.example.cn/', fields: { key: 'in/1', 'Content-Type': 'image/jpeg', policy: 'p' } }

/** A request of a browser, as far as it is used; `ends` says how it goes. */
const fakeRequest = (ends: (request: ReturnType<typeof made>) => void) => {
  const request = made()
  return Object.assign(request, { send: () => queueMicrotask(() => ends(request)) })
}
const made = () => ({
  status: 0,
  timeout: 0,
  opened: '',
  upload: { onprogress: null as ((event: ProgressEvent) => void) | null },
  onload: null as (() => void) | null,
  onerror: null as (() => void) | null,
  ontimeout: null as (() => void) | null,
  onabort: null as (() => void) | null,
  open(method: string, url: string) {
    this.opened = `${method} ${url}`
  },
  send(_form: unknown) {},
  abort() {
    this.onabort?.()
  },
})

const post = (ends: Parameters<typeof fakeRequest>[0], more: Partial<Posting> = {}) => {
  const request = fakeRequest(ends)
  const posting = { onShare: () => {}, signal: new AbortController().signal, within: 5000, ...more }
  return { request, posted: postFile(upload, new Blob(['x']), posting, () => request as never) }
}

describe('a file on its way', () => {
  it('goes as a form of every field in its order, and last of all the file, under a name that says nothing', () => {
    const form = formOf(upload.fields, new File(['x'], '沈青禾.jpg', { type: 'image/jpeg' }))
    const sent = [...form.entries()]
    expect(sent.slice(0, -1)).toEqual(Object.entries(upload.fields))
    const [name, file] = sent.at(-1) ?? []
    expect([name, file instanceof File && file.name]).toEqual(['file', 'picture'])
  })

  it('is taken, refused at the door, or lost', async () => {
    const answered = (status: number) =>
      post((request) => {
        request.status = status
        request.onload?.()
      })
    const taken = answered(204)
    expect(await taken.posted).toBe('taken')
    expect([taken.request.opened, taken.request.timeout]).toEqual(['POST https://intake.example.cn/', 5000])
    expect(await answered(403).posted).toBe('refused')
    expect(await post((request) => request.onerror?.()).posted).toBe('lost')
    expect(await post((request) => request.ontimeout?.()).posted).toBe('lost')
  })

  it('tells how much of it has gone', async () => {
    const shares: number[] = []
    const told = (loaded: number, lengthComputable = true) =>
      ({ loaded, total: 200, lengthComputable }) as unknown as ProgressEvent
    const { posted } = post(
      (request) => {
        request.upload.onprogress?.(told(50))
        request.upload.onprogress?.(told(60, false))
        request.upload.onprogress?.(told(200))
        request.onload?.()
      },
      { onShare: (share) => void shares.push(share) },
    )
    await posted
    expect(shares).toEqual([0.25, 1])
  })

  it('is given up', async () => {
    const turn = new AbortController()
    const { posted } = post(() => turn.abort(), { signal: turn.signal })
    expect(await posted).toBe('lost')
    expect(await post(() => {}, { signal: turn.signal }).posted).toBe('lost')
  })
})
