import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Checkbox } from '../../shared/controls/choices.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { type Notice, noticeName } from '../verify/consent-card.tsx'
import { NoticeDialog } from '../verify/notice-dialog.tsx'
import { cardTexts } from './texts.ts'

type ConsentSectionProps = {
  notice: Notice
  /** It has changed since it was agreed to. */
  isNewer: boolean
  agreedTo: string
  error: string | undefined
  onAgree: (agreedTo: string) => void
}

/** What becomes of the number of a card, agreed to apart from everything else. */
export const ConsentSection = ({ notice, isNewer, agreedTo, error, onAgree }: ConsentSectionProps) => {
  const texts = useTexts(cardTexts)
  const [isOpen, setOpen] = useState(false)
  const name = noticeName(notice)
  return (
    <section className="stack">
      <h3>{texts.consent}</h3>
      {isNewer && <Banner tone="warn">{texts.noticeNewer}</Banner>}
      <ul className="tight">
        <li>{texts.collects}</li>
        <li>{texts.usedFor}</li>
        <li>{texts.keptHow}</li>
        <li>{texts.ifNot}</li>
      </ul>
      <Button wide onPress={() => setOpen(true)}>
        {texts.readNotice}
      </Button>
      <Checkbox
        id="agreedTo"
        label={texts.agree(notice.title)}
        checked={agreedTo === name}
        error={error}
        onCheck={(agreed) => onAgree(agreed ? name : '')}
      />
      {isOpen && <NoticeDialog notice={notice} onClose={() => setOpen(false)} />}
    </section>
  )
}
