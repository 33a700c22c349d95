import { useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Checkbox } from '../../shared/controls/choices.tsx'
import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import type { Offers } from './checks.ts'
import { NoticeDialog } from './notice-dialog.tsx'
import { verifyTexts } from './texts.ts'

/** A notice on the use of personal data, in one language. */
export type Notice = Offers['consent']

/** Names the very text that is shown: what is agreed to is that and no other. */
export const noticeName = ({ version, language }: Notice): string => `${version} ${language}`

type ConsentCardProps = {
  notice: Notice
  /** It has changed since it was agreed to. */
  isNewer: boolean
  agreed: boolean
  error: string | undefined
  onAgree: (agreed: boolean) => void
}

/** Before the data: what becomes of it, in a few words and in full, and the box of whoever agrees. */
export const ConsentCard = ({ notice, isNewer, agreed, error, onAgree }: ConsentCardProps) => {
  const texts = useTexts(verifyTexts)
  const [isOpen, setOpen] = useState(false)
  return (
    <section className="card stack">
      <h2>{texts.consent}</h2>
      {isNewer && <Banner tone="warn">{texts.noticeNewer}</Banner>}
      <ul className="tight">
        <li>{texts.collects}</li>
        <li>{texts.usedFor}</li>
        <li>{texts.givenTo}</li>
        <li>{texts.keptHow}</li>
        <li>{texts.ifNot}</li>
      </ul>
      <Button wide onPress={() => setOpen(true)}>
        {texts.readNotice}
      </Button>
      <Checkbox id="agreedTo" label={texts.agree(notice.title)} checked={agreed} error={error} onCheck={onAgree} />
      {isOpen && <NoticeDialog notice={notice} onClose={() => setOpen(false)} />}
    </section>
  )
}
