import { Button } from '../../shared/controls/button.tsx'
import { Dialog } from '../../shared/controls/dialog.tsx'
import { useTexts } from '../../shared/language.ts'
import { commonTexts } from '../../shared/texts/common.ts'
import { consentTexts } from './texts.ts'

type NoticeDialogProps = { notice: { version: string; title: string; text: string }; onClose: () => void }

/** A notice on the use of personal data in full, with its version. */
export const NoticeDialog = ({ notice, onClose }: NoticeDialogProps) => {
  const texts = useTexts(consentTexts)
  const common = useTexts(commonTexts)
  return (
    <Dialog title={notice.title} onClose={onClose}>
      {notice.text.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
      <p className="quiet">{texts.version(notice.version)}</p>
      <Button wide onPress={onClose}>
        {common.close}
      </Button>
    </Dialog>
  )
}
