import { useEffect, useRef } from 'react'
import { Button } from '../../shared/controls/button.tsx'
import { Copy } from '../../shared/controls/copy.tsx'
import { Qr } from '../../shared/controls/qr.tsx'
import { useTexts } from '../../shared/language.ts'
import type { Step } from './step.ts'
import { payTexts } from './texts.ts'
import type { Paying } from './use-paying.ts'

type Of<Is extends Step['is']> = Extract<Step, { is: Is }> & { paying: Paying }

/** The heading of a step; the focus goes there where it came in the place of another, as the button that led here is gone. */
const StepHeading = ({ children, isFirst = false }: { children: string; isFirst?: boolean }) => {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    if (!isFirst) heading.current?.focus()
  }, [isFirst])
  return (
    <h2 tabIndex={-1} ref={heading}>
      {children}
    </h2>
  )
}

/** What there is to say while somebody pays elsewhere: that it is done, or that it is to be another way. */
const OnwardFrom = ({ paying }: { paying: Paying }) => {
  const texts = useTexts(payTexts)
  return (
    <>
      <Button wide onPress={paying.look}>
        {texts.havePaid}
      </Button>
      <Button wide onPress={() => paying.choose(false)}>
        {texts.otherWay}
      </Button>
    </>
  )
}

/** A code for the camera of a phone. */
export const Code = ({ way, code, amount, paying }: Of<'code'> & { amount: string }) => {
  const texts = useTexts(payTexts)
  const isAlipay = way.channel === 'alipay'
  return (
    <>
      <StepHeading>{isAlipay ? texts.scanAlipay : texts.scanWechat}</StepHeading>
      <div className="centred">
        <Qr text={code} label={isAlipay ? texts.codeOfAlipay(amount) : texts.codeOfWechat(amount)} />
      </div>
      <p>{texts.waitsForScan}</p>
      <p>{texts.scanNotPaid}</p>
      {!isAlipay && <p className="quiet">{texts.scanNoPress}</p>}
      <OnwardFrom paying={paying} />
    </>
  )
}

/** The payer is or was at the channel; what became of it is asked for by a tap, as WeChat Pay wants it. */
export const AtChannel = ({ isFirst = false, paying }: Of<'away'>) => {
  const texts = useTexts(payTexts)
  return (
    <>
      <StepHeading isFirst={isFirst}>{texts.finished}</StepHeading>
      <p>{texts.finishedMore}</p>
      <Button kind="main" wide onPress={paying.look}>
        {texts.havePaid}
      </Button>
      <Button wide onPress={() => paying.choose(true)}>
        {texts.hadProblem}
      </Button>
    </>
  )
}

/** How to pay in another browser, as this one does not open the channel's page. */
export const Outside = ({ link, ofChannel, paying }: Of<'outside'>) => {
  const texts = useTexts(payTexts)
  return (
    <>
      <StepHeading>{texts.outsideTitle}</StepHeading>
      <ol className="tight">
        <li>{texts.outsideStep1}</li>
        <li>{texts.outsideStep2}</li>
        {!ofChannel && <li>{texts.outsideStepSignIn}</li>}
        <li>{texts.outsideStep3}</li>
      </ol>
      <Copy text={link} kind="main">
        {ofChannel ? texts.outsideCopy : texts.outsideCopyPage}
      </Copy>
      <p className="quiet">{texts.outsideMenu}</p>
      <OnwardFrom paying={paying} />
    </>
  )
}
