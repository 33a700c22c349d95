import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Material, Opened } from '../../../web/user/pictures/picture.ts'
import { type PictureDeps, pictureOf } from '../../../web/user/pictures/picture-of.ts'
import type { Posted } from '../../../web/user/pictures/post-file.ts'

type Told = Pick<Material, 'status'> & Partial<Pick<Material, 'reason'>>

const materialOf = (id: string, { status, reason = null }: Told): Material => ({
  ...{ id, kind: 'holder', status, reason, width: null, height: null, keptUntil: null },
  ...{ createdAt: '2026-11-20T04:00:00.000Z', uploadUntil: '2026-11-20T04:05:00.000Z' },
})

/** A service whose answers a test gives: how uploads end, and how the material is at each look. */
const fake = (of: Partial<PictureDeps> = {}) => {
  let made = 0
  const did: string[] = []
  const looks: Told[] = []
  const posts: Posted[] = []
  const deps: PictureDeps = {
    prepare: async (file) => ({ file, type: 'image/jpeg' }),
    async open(type) {
      made += 1
      did.push(`open ${type}`)
      const material = materialOf(`m${made}`, { status: 'awaiting' })
      return { material, upload: { url: 'u', fields: {}, mostBytes: 100 } } satisfies Opened
    },
    post: async () => posts.shift() ?? 'taken',
    get: async (id) => materialOf(id, looks.shift() ?? { status: 'stored' }),
    async remove(id) {
      did.push(`remove ${id}`)
    },
    show: () => `blob:${did.push('show')}`,
    hide: (preview) => void did.push(`hide ${preview}`),
    isGone: (error) => error === 'gone',
    looks: { looking: () => true, listen: () => () => {} },
    ...of,
  }
  return { deps, did, looks, posts, picture: pictureOf(deps) }
}

const file = new Blob(['x'])
const settle = (ms = 0) => vi.advanceTimersByTimeAsync(ms)

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('a picture', () => {
  it('is sent, looked at with pauses, and taken', async () => {
    const { picture, looks } = fake()
    const seen: string[] = []
    picture.shown.subscribe(() => seen.push(picture.shown.get().state.is))
    looks.push({ status: 'awaiting' }, { status: 'taking' })
    await picture.take(file)
    await settle(5000)
    expect([...new Set(seen)]).toEqual(['none', 'preparing', 'sending', 'looking', 'stored'])
    expect(picture.shown.get().state).toEqual({ is: 'stored', id: 'm1' })
    expect(picture.shown.get().preview).toContain('blob:')
  })

  it('tells how much of it has gone, in hundredths', async () => {
    const shares: unknown[] = []
    const { picture } = fake({
      post: async (_opened, _file, { onShare }) => {
        onShare(0.12345)
        shares.push(picture.shown.get().state)
        return 'taken'
      },
    })
    await picture.take(file)
    expect(shares).toEqual([{ is: 'sending', share: 0.12 }])
  })

  it('is refused by the service with a reason, and by this page before anything is sent', async () => {
    const service = fake()
    service.looks.push({ status: 'refused', reason: 'blurred' })
    await service.picture.take(file)
    await settle()
    expect(service.picture.shown.get().state).toEqual({ is: 'refused', because: 'blurred', id: 'm1' })
    const page = fake({ prepare: async () => ({ because: 'wrong_format' }) })
    await page.picture.take(file)
    expect(page.picture.shown.get().state).toEqual({ is: 'refused', because: 'wrong_format' })
    expect(page.did).not.toContain('open image/jpeg')
    const big = fake()
    await big.picture.take(new Blob(['x'.repeat(101)]))
    expect(big.picture.shown.get().state).toEqual({ is: 'refused', because: 'too_big' })
  })

  it('that did not get through is sent once more, by an upload of its own', async () => {
    const { picture, posts, looks, did } = fake()
    posts.push('lost', 'taken')
    looks.push({ status: 'awaiting' })
    await picture.take(file)
    expect(picture.shown.get().state).toEqual({ is: 'failed', error: undefined })
    await picture.retry()
    await settle()
    expect(picture.shown.get().state).toEqual({ is: 'stored', id: 'm2' })
    expect(did.filter((one) => one.startsWith('open'))).toHaveLength(2)
  })

  it('that came although its answer was lost is not sent twice', async () => {
    const { picture, posts, looks } = fake()
    posts.push('lost')
    looks.push({ status: 'taking' }, { status: 'stored' })
    await picture.take(file)
    await settle()
    expect(picture.shown.get().state).toEqual({ is: 'stored', id: 'm1' })
  })

  it('that nobody lets or that the door refuses says so, and can be sent once more', async () => {
    const refused = fake({ open: async () => Promise.reject('too often') })
    await refused.picture.take(file)
    expect(refused.picture.shown.get().state).toEqual({ is: 'failed', error: 'too often' })
    const late = fake()
    late.posts.push('refused')
    await late.picture.take(file)
    expect(late.picture.shown.get().state).toEqual({ is: 'refused', because: 'late' })
    await late.picture.retry()
    await settle()
    expect(late.picture.shown.get().state).toEqual({ is: 'stored', id: 'm2' })
  })

  it('gives way to another that is chosen meanwhile: the last file counts', async () => {
    const ends: ((posted: Posted) => void)[] = []
    const { picture } = fake({ post: () => new Promise((end) => ends.push(end)) })
    const first = picture.take(file)
    await settle()
    const second = picture.take(new Blob(['y']))
    await settle()
    ends[1]?.('taken')
    await second
    ends[0]?.('taken')
    await first
    await settle()
    expect(picture.shown.get().state).toEqual({ is: 'stored', id: 'm2' })
  })

  it('is deleted at the service when it is replaced or given up, and no longer shown', async () => {
    const { picture, did } = fake()
    await picture.take(file)
    await settle()
    const { preview } = picture.shown.get()
    await picture.take(new Blob(['y']))
    await settle()
    expect(did).toContain('remove m1')
    expect(did).toContain(`hide ${preview}`)
    picture.remove()
    expect(did).toContain('remove m2')
    expect(picture.shown.get()).toEqual({ state: { is: 'none' }, preview: undefined })
  })

  it('from before a reload is gone on with, without being shown', async () => {
    const { picture, looks } = fake()
    looks.push({ status: 'taking' })
    picture.resume('m7')
    await settle(2000)
    expect(picture.shown.get()).toEqual({ state: { is: 'stored', id: 'm7' }, preview: undefined })
  })

  it.each([
    [{ status: 'forgotten' }, 'forgotten'],
    [{ status: 'expired' }, 'expired'],
  ] as const)('that is no longer there (%o) has to be sent anew', async (told, because) => {
    const { picture, looks } = fake()
    looks.push(told)
    picture.resume('m7')
    await settle()
    expect(picture.shown.get().state).toEqual({ is: 'refused', because })
  })

  it('that the service does not know is over, and one it cannot be asked about is asked about again', async () => {
    const gone = fake({ get: async () => Promise.reject('gone') })
    gone.picture.resume('m7')
    await settle()
    expect(gone.picture.shown.get().state).toEqual({ is: 'refused', because: 'forgotten' })
    const get = vi
      .fn()
      .mockRejectedValueOnce('no network')
      .mockResolvedValue(materialOf('m7', { status: 'stored' }))
    const away = fake({ get })
    away.picture.resume('m7')
    await settle()
    expect(away.picture.shown.get().state).toEqual({ is: 'failed', error: 'no network', id: 'm7' })
    await away.picture.retry()
    await settle()
    expect(away.picture.shown.get().state).toEqual({ is: 'stored', id: 'm7' })
  })

  it('is given up with its page: nothing is sent on, and its preview is over', async () => {
    const signals: AbortSignal[] = []
    const { picture, did } = fake({
      post: (_opened, _file, { signal }) => {
        signals.push(signal)
        return new Promise(() => {})
      },
    })
    const stop = picture.start()
    void picture.take(file)
    await settle()
    const { preview } = picture.shown.get()
    stop()
    expect(signals[0]?.aborted).toBe(true)
    expect(did).toContain(`hide ${preview}`)
  })
})
