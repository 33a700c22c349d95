import { useEffect, useState } from 'react'
import { useTexts } from '../../shared/language.ts'
import { mine } from '../../shared/service.ts'
import { appTexts } from './texts.ts'

const pictureIn = (base64: string): Blob =>
  new Blob([Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))], { type: 'image/jpeg' })

/** The icon that an app has; nothing while it is not there. `icon`: which picture it is, so that another one is read anew. */
export const IconPicture = ({ id, icon }: { id: string; icon: string }) => {
  const texts = useTexts(appTexts)
  const [url, setUrl] = useState<string>()
  // biome-ignore lint/correctness/useExhaustiveDependencies: another icon is another picture at the same address.
  useEffect(() => {
    const turn = new AbortController()
    let made: string | undefined
    const show = async (): Promise<void> => {
      const { data } = await mine().apps.icon(id, { signal: turn.signal })
      if (turn.signal.aborted) return
      made = URL.createObjectURL(pictureIn(data))
      setUrl(made)
    }
    show().catch(() => undefined)
    return () => {
      turn.abort()
      if (made !== undefined) URL.revokeObjectURL(made)
    }
  }, [id, icon])
  return url === undefined ? null : <img className="icon" src={url} alt={texts.icon} width={96} height={96} />
}
