import { type ComponentProps, useState } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { service } from '../../shared/service.ts'
import { failureText } from '../../shared/state/failure.ts'
import { NoticeDialog } from '../consent/notice-dialog.tsx'
import { disclosureTexts } from './texts.ts'

/** Opens the notice of a version, in force or not. */
export const NoticeButton = ({ version, label }: { version: string; label: string }) => {
  const language = useLanguage()
  const texts = useTexts(disclosureTexts)
  const [notice, setNotice] = useState<ComponentProps<typeof NoticeDialog>['notice']>()
  const [told, setTold] = useState('')
  const open = async (): Promise<void> => {
    setTold('')
    try {
      setNotice(await service().consentNotices.get(version))
    } catch (error) {
      setTold(failureText(error, language))
    }
  }
  return (
    <>
      <Button label={`${texts.readNotice}${label}`} onPress={open}>
        {texts.readNotice}
      </Button>
      <Status>{told !== '' && <p>{told}</p>}</Status>
      {notice && <NoticeDialog notice={notice} onClose={() => setNotice(undefined)} />}
    </>
  )
}
