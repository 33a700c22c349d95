import type { VisitEnd } from '../../../functions/account/wechat/visits/visit.ts'
import { Banner } from '../../shared/controls/status.tsx'
import { useTexts } from '../../shared/language.ts'
import { wechatTexts } from './wechat-texts.ts'

/** Why a visit to WeChat signed nobody in, and what to do now. */
export const WechatEnd = ({ end }: { end: VisitEnd }) => {
  const texts = useTexts(wechatTexts)
  const said: Partial<Record<VisitEnd, string>> = texts
  return (
    <div className="below">
      <Banner tone="warn">
        <p role="alert">{said[end] ?? texts.try_again}</p>
      </Banner>
    </div>
  )
}
