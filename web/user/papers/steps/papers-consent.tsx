import { useState } from 'react'
import { Button } from '../../../shared/controls/button.tsx'
import { Checkbox } from '../../../shared/controls/choices.tsx'
import { Banner } from '../../../shared/controls/status.tsx'
import { useTexts } from '../../../shared/language.ts'
import { type Notice, noticeName } from '../../verify/consent-card.tsx'
import { NoticeDialog } from '../../verify/notice-dialog.tsx'
import { papersTexts } from '../texts.ts'
import type { PapersForm } from './form.ts'

type PapersConsentProps = {
  form: PapersForm
  notice: Notice
  /** It has changed since it was agreed to. */
  isNewer: boolean
  isChild: boolean
}

/** The consent of its own: what becomes of data and pictures, in a few words and in full, and the box of whoever agrees. */
export const PapersConsent = ({ form, notice, isNewer, isChild }: PapersConsentProps) => {
  const texts = useTexts(papersTexts)
  const [isOpen, setOpen] = useState(false)
  const agreedTo = noticeName(notice)
  const agree = isChild ? texts.agreeForChild : texts.agree
  return (
    <section className="card stack">
      <h2>{texts.consent}</h2>
      {isNewer && <Banner tone="warn">{texts.noticeNewer}</Banner>}
      <ul className="tight">
        <li>{texts.consentCollects}</li>
        <li>{texts.consentUsedFor}</li>
        <li>{texts.consentKept}</li>
        <li>{texts.consentIfNot}</li>
      </ul>
      <Button wide onPress={() => setOpen(true)}>
        {texts.readNotice}
      </Button>
      <Checkbox
        id="agreedTo"
        label={agree(notice.title)}
        checked={form.values.agreedTo === agreedTo}
        error={form.error('agreedTo')}
        onCheck={(agreed) => form.set('agreedTo', agreed ? agreedTo : '')}
      />
      {isOpen && <NoticeDialog notice={notice} onClose={() => setOpen(false)} />}
    </section>
  )
}
