import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { Id } from '../controls/id.tsx'
import { controlTexts } from '../controls/texts.ts'

/** Which items of a list could not be read, by their keys; nothing where all could. */
export const Unreadable = ({ keys }: { keys: readonly string[] }) => {
  const texts = useTexts(controlTexts)
  if (keys.length === 0) return null
  return (
    <Banner tone="danger">
      <p>{texts.unreadable(keys.length)}</p>
      {keys.map((key) => (
        <Id key={key} label={texts.key} text={key} />
      ))}
    </Banner>
  )
}
