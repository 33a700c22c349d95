import { useEffect, useState } from 'react'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { badgeOf } from '../certificates/certificate.ts'
import { certificateWords } from '../certificates/words.ts'
import type { Own } from './own.ts'
import { badgeSize } from './snippet.ts'

/**
 * The badge as it is now. Browsers keep it for a minute, as they may anywhere else; beside the words that say how the certificate stands it must not say
 * anything else, and so is asked for past what they keep.
 */
export const BadgePicture = ({ of: { id, answer } }: { of: Own }) => {
  const language = useLanguage()
  const words = useTexts(certificateWords)
  const [url, setUrl] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: one that stands otherwise is another picture at the same address.
  useEffect(() => {
    const turn = new AbortController()
    let made: string | undefined
    const show = async (): Promise<void> => {
      const answered = await fetch(`${badgeOf(id)}?lang=${language}`, { cache: 'no-store', signal: turn.signal })
      if (!answered.ok) return
      const picture = await answered.blob()
      if (turn.signal.aborted) return
      made = URL.createObjectURL(picture)
      setUrl(made)
    }
    setUrl(undefined)
    show().catch(() => undefined)
    return () => {
      turn.abort()
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [id, answer, language])
  return url === undefined ? null : <img src={url} alt={words[answer]} {...badgeSize} className="badge" />
}
