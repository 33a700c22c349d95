import { Button } from '../../../shared/controls/button.tsx'
import { Status } from '../../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../../shared/language.ts'
import { failureText } from '../../../shared/state/failure.ts'
import { fillingTexts } from './texts.ts'
import type { Saved } from './use-saving.ts'

/** Whether what is on the page is kept, and a way to keep it where it is not. */
export const SavedNote = ({ saved, again }: { saved: Saved; again: () => Promise<void> }) => {
  const language = useLanguage()
  const texts = useTexts(fillingTexts)
  return (
    <div className="tight">
      <Status>
        <p className="quiet">
          {saved.is === 'failed' ? `${texts.notKept} ${failureText(saved.error, language)}` : texts[saved.is]}
        </p>
      </Status>
      {saved.is === 'failed' && (
        <Button kind="plain" onPress={again}>
          {texts.keepAgain}
        </Button>
      )}
    </div>
  )
}
