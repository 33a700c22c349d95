import { useState, useSyncExternalStore } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { usePreferences, useTexts } from '../../shared/language.ts'
import { hasForeignPictures, isShort, type Message } from './excerpt.ts'
import { messageTexts } from './texts.ts'

const dark = (): MediaQueryList => matchMedia('(prefers-color-scheme: dark)')

const onDark = (changed: () => void): (() => void) => {
  const query = dark()
  query.addEventListener('change', changed)
  return () => query.removeEventListener('change', changed)
}

/** Whether the pages are dark now. */
const useDark = (): boolean => {
  const { theme } = usePreferences()
  const isDark = useSyncExternalStore(onDark, () => dark().matches)
  return theme === 'auto' ? isDark : theme === 'dark'
}

/**
 * What a message says, in a frame that runs nothing, sends nothing and belongs to no origin, whatever its document tries. Its document
 * cannot be measured from here, so it scrolls in itself where it is long.
 */
export const ForeignContent = ({ message }: { message: Message }) => {
  const texts = useTexts(messageTexts)
  const { size } = usePreferences()
  const [isShown, setShown] = useState(false)
  const asked = new URLSearchParams({
    theme: useDark() ? 'dark' : 'light',
    size,
    pictures: isShown ? 'shown' : 'hidden',
  })
  return (
    <>
      {!isShown && hasForeignPictures(message) && (
        <Banner action={<Button onPress={() => setShown(true)}>{texts.pictures}</Button>}>{texts.picturesMore}</Banner>
      )}
      <iframe
        className={isShort(message) ? 'foreign' : 'foreign foreign-long'}
        title={texts.content}
        sandbox="allow-popups allow-popups-to-escape-sandbox"
        referrerPolicy="no-referrer"
        src={`/v1/messages/${message.id}/document?${asked}`}
      />
    </>
  )
}
