import { Button } from '../../../shared/controls/button.tsx'
import { useTexts } from '../../../shared/language.ts'
import { documentTexts } from '../texts.ts'
import { differencesOf, isSame } from './differences.ts'

type ReadBesideProps = {
  /** What of the card. */
  label: string
  read: string | null
  typed: string
  onUse: (read: string) => void
}

/** What the photo says beside what is typed: where they differ, character by character, and a way to take it over. */
export const ReadBeside = ({ label, read, typed, onUse }: ReadBesideProps) => {
  const texts = useTexts(documentTexts)
  if (read === null) return <p className="hint">{texts.notRead}</p>
  const same = isSame(read, typed)
  return (
    <div className="tight">
      <p className="hint">
        {texts.onPhoto}
        <span className="read-beside">
          {differencesOf(read, typed).map(({ text, differs }, at) =>
            differs ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces have no other name than their place.
              <mark key={at}>{text}</mark>
            ) : (
              // biome-ignore lint/suspicious/noArrayIndexKey: as above.
              <span key={at}>{text}</span>
            ),
          )}
        </span>{' '}
        {same ? texts.asTyped : texts.otherwise}
      </p>
      {!same && (
        <Button kind="plain" label={texts.takeReadOf(label)} onPress={() => onUse(read)}>
          {texts.takeRead}
        </Button>
      )}
    </div>
  )
}
