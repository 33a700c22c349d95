import type { Looks } from '../../shared/state/looks.ts'
import { resourceOf } from '../../shared/state/resource.ts'
import { type Store, store } from '../../shared/store.ts'
import { isOnItsWay, type Material, type Opened, type PictureState, type PictureType, stateOf } from './picture.ts'
import type { Prepared } from './picture-file.ts'
import type { Posted, Posting } from './post-file.ts'

/** What a picture is sent by. */
export type PictureDeps = {
  prepare(file: Blob): Promise<Prepared>
  open(type: PictureType): Promise<Opened>
  post(opened: Opened, file: Blob, posting: Pick<Posting, 'onShare' | 'signal'>): Promise<Posted>
  get(id: string, signal?: AbortSignal): Promise<Material>
  remove(id: string): Promise<unknown>
  /** An address by which this page alone shows a file, and what ends it. */
  show(file: Blob): string
  hide(preview: string): void
  isGone(error: unknown): boolean
  looks: Looks
}

/** A picture on its way to the service: as it stands, and what can be done with it. */
export type Picture = {
  shown: Store<{ state: PictureState; preview: string | undefined }>
  /** Sends a file in the place of whatever there was. */
  take(file: Blob): Promise<void>
  /** Sends the same once more, or asks about it once more. */
  retry(): Promise<void>
  /** Goes on with one that was sent before this page was loaded. */
  resume(id: string): void
  /** Gives it up, and has the service delete it. */
  remove(): void
  /** Follows it from now on. Answers what ends that, and forgets the file. */
  start(): () => void
}

const share = (of: number): number => Math.round(of * 100) / 100

/** Sends one picture, follows it until it is taken or refused, and lets it be replaced at any time. The last file counts. */
export const pictureOf = (deps: PictureDeps): Picture => {
  const shown: Picture['shown'] = store({ state: { is: 'none' }, preview: undefined })
  let file: Blob | undefined
  let id: string | undefined
  let turn = new AbortController()
  let unfollow = (): void => {}

  const become = (state: PictureState): void => shown.set({ ...shown.get(), state })
  const showFile = (next: Blob | undefined): void => {
    const before = shown.get().preview
    file = next
    shown.set({ ...shown.get(), preview: next && deps.show(next) })
    if (before !== undefined) deps.hide(before)
  }
  const begin = (): AbortSignal => {
    turn.abort()
    unfollow()
    turn = new AbortController()
    return turn.signal
  }
  const follow = (of: string): void => {
    unfollow()
    id = of
    const resource = resourceOf({ fetch: (signal) => deps.get(of, signal), looks: deps.looks, polls: isOnItsWay })
    const hear = (): void => become(stateOf(resource.known.get(), of, deps.isGone))
    const ends = [resource.known.subscribe(hear), resource.start()]
    unfollow = () => {
      unfollow = () => {}
      for (const end of ends.reverse()) end()
    }
    hear()
  }
  /** One that is no longer wanted need not be kept until its time is over. */
  const drop = (): void => {
    if (id !== undefined) void deps.remove(id).catch(() => undefined)
    id = undefined
  }
  const arrive = async (opened: Opened, posted: Posted, signal: AbortSignal): Promise<void> => {
    const { id: of } = opened.material
    // The answer may be lost of what has come all the same.
    const isThere = posted === 'taken' || (posted === 'lost' && (await deps.get(of, signal)).status !== 'awaiting')
    if (signal.aborted) return
    if (isThere) follow(of)
    else become(posted === 'refused' ? { is: 'refused', because: 'late' } : { is: 'failed', error: undefined })
  }
  const send = async (of: Blob, signal: AbortSignal): Promise<void> => {
    become({ is: 'preparing' })
    const prepared = await deps.prepare(of)
    if (signal.aborted) return
    if ('because' in prepared) return become({ is: 'refused', because: prepared.because })
    become({ is: 'sending', share: 0 })
    const opened = await deps.open(prepared.type)
    if (signal.aborted) return
    if (prepared.file.size > opened.upload.mostBytes) return become({ is: 'refused', because: 'too_big' })
    const onShare = (now: number): void => {
      if (!signal.aborted) become({ is: 'sending', share: share(now) })
    }
    const posted = await deps.post(opened, prepared.file, { onShare, signal })
    if (!signal.aborted) await arrive(opened, posted, signal)
  }
  const sendAnew = async (of: Blob): Promise<void> => {
    const signal = begin()
    drop()
    try {
      await send(of, signal)
    } catch (error) {
      if (!signal.aborted) become({ is: 'failed', error })
    }
  }
  return {
    shown,
    take(next) {
      showFile(next)
      return sendAnew(next)
    },
    async retry() {
      if (id !== undefined && shown.get().state.is === 'failed') {
        begin()
        follow(id)
      } else if (file) await sendAnew(file)
    },
    resume(of) {
      begin()
      follow(of)
    },
    remove() {
      begin()
      drop()
      showFile(undefined)
      become({ is: 'none' })
    },
    start() {
      if (id !== undefined) follow(id)
      return () => {
        turn.abort()
        unfollow()
        showFile(undefined)
      }
    },
  }
}
