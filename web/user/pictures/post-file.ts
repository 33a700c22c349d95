import type { Millis } from '../../../shared/kernel/time.ts'

/** Where a file goes, and the fields that let it. */
export type Door = { url: string; fields: Readonly<Record<string, string>> }

/** What came of a file that was sent: it is there; it was refused at the door; or nobody knows. */
export type Posted = 'taken' | 'refused' | 'lost'

export type Posting = {
  /** Told how much of it is on its way, from 0 to 1. */
  onShare: (share: number) => void
  signal: AbortSignal
  /** As long as it may take. */
  within: Millis
}

/** The form as the storage takes it: every field in its order, and the file last, under a name that tells nothing of where it is from. */
export const formOf = (fields: Door['fields'], file: Blob): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file, 'picture')
  return form
}

/** What is used of the browser. */
type Request = Pick<
  XMLHttpRequest,
  'open' | 'send' | 'abort' | 'timeout' | 'status' | 'upload' | 'onload' | 'onerror' | 'ontimeout' | 'onabort'
>

/** Sends a file to where it was let. Only this kind of request tells how much of it has gone. */
export const postFile = (
  { url, fields }: Door,
  file: Blob,
  { onShare, signal, within }: Posting,
  newRequest: () => Request = () => new XMLHttpRequest(),
): Promise<Posted> =>
  new Promise((done) => {
    if (signal.aborted) return done('lost')
    const request = newRequest()
    const lost = (): void => done('lost')
    request.open('POST', url)
    request.timeout = Math.max(1, within)
    request.upload.onprogress = ({ lengthComputable, loaded, total }) => {
      if (lengthComputable) onShare(loaded / total)
    }
    request.onload = () => done(request.status >= 200 && request.status < 300 ? 'taken' : 'refused')
    Object.assign(request, { onerror: lost, ontimeout: lost, onabort: lost })
    signal.addEventListener('abort', () => request.abort())
    request.send(formOf(fields, file))
  })
