import { useEffect, useState, useSyncExternalStore } from 'react'
import { useShownUntil } from '../controls/use-shown-until.ts'
import { service } from '../service.ts'
import { type OpenedPapers, openedPapers } from './opened-papers.ts'
import type { Opened, Pictured, Viewed, Why } from './papers.ts'

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))

const addressOf = ({ data, type }: Viewed): string => URL.createObjectURL(new Blob([bytesOf(data)], { type }))

/** `look`: opens what is to be compared; the same function for as long as the page stands. */
type Of<T extends Pictured> = { look: (why: Why, signal: AbortSignal) => Promise<T>; until: string | undefined }

/**
 * P11 the papers of a case, closed until they are opened, and again with the component, when nobody looks at the page, and at the end of the time
 * for which whoever looks holds the case (`until`, RFC 3339).
 */
export const useOpenedPapers = <T extends Pictured>({
  look,
  until,
}: Of<T>): OpenedPapers<T> & { opened: Opened<T> | undefined } => {
  const [papers] = useState(() =>
    openedPapers({
      look,
      view: (id, why, signal) => service().operator.materials.view(id, why, { signal }),
      show: addressOf,
      hide: (url) => URL.revokeObjectURL(url),
    }),
  )
  const opened = useSyncExternalStore(papers.shown.subscribe, papers.shown.get)
  useEffect(() => papers.close, [papers])
  useShownUntil(opened && until, papers.close)
  return { ...papers, opened }
}
