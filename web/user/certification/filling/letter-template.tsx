import { useState } from 'react'
import { Button } from '../../../shared/controls/button.tsx'
import { Status } from '../../../shared/controls/status.tsx'
import { useTexts } from '../../../shared/language.ts'
import { commonTexts } from '../../../shared/texts/common.ts'
import { fillingTexts } from './texts.ts'

type LetterProps = { company: string; app: string }

/** In Chinese whoever reads the page in English: it is for the organisation's stamp, and a reviewer reads it. */
const letterText = ({ company, app }: LetterProps): string =>
  [
    '认证授权书',
    '',
    `本单位 ${company} 授权 ____________（管理员姓名，证件号码后四位 ____）作为应用“${app}”的管理员，代表本单位办理该应用的认证申请，提交材料、确认名称并缴纳费用。`,
    '授权自签署之日起 90 天内有效。',
    '',
    '单位（公章）：____________',
    '法定代表人（签名）：____________',
    '日期：____年__月__日',
  ].join('\n')

/** What the letter of authorisation may say, to be copied. */
export const LetterTemplate = (props: LetterProps) => {
  const texts = useTexts(fillingTexts)
  const common = useTexts(commonTexts)
  const [told, setTold] = useState('')
  const letter = letterText(props)
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(letter)
      setTold(common.copied)
    } catch {
      setTold(common.notCopied)
    }
  }
  return (
    <details>
      <summary className="button">{texts.letter}</summary>
      <div className="stack">
        <p className="quiet">{texts.letterMore}</p>
        <p className="words" lang="zh">
          {letter}
        </p>
        <Button onPress={copy}>{common.copy}</Button>
        <Status>{told}</Status>
      </div>
    </details>
  )
}
