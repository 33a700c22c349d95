import { useEffect, useState } from 'react'
import type { VisitWay } from '../../../functions/account/wechat/visits/visit.ts'
import { Button } from '../../shared/controls/button.tsx'
import { Status } from '../../shared/controls/status.tsx'
import { useLanguage, useTexts } from '../../shared/language.ts'
import { service } from '../../shared/service.ts'
import { failureText } from '../../shared/state/failure.ts'
import { useResource } from '../../shared/state/use-resource.ts'
import { keepAsked, keepLeft, pageOf, wasAsked, wayHere } from './wechat.ts'
import { wechatTexts } from './wechat-texts.ts'

/** `to`: the place to be in afterwards. `isSilent`: inside WeChat it is asked without a tap, once in a tab. */
type WechatWayProps = { to: string; isSilent: boolean }

const Leave = ({ way, to, isSilent }: WechatWayProps & { way: VisitWay }) => {
  const language = useLanguage()
  const texts = useTexts(wechatTexts)
  const [told, setTold] = useState('')
  const leave = async (): Promise<void> => {
    setTold(texts.leaving)
    keepLeft(to)
    try {
      const { url } = await service().wechat.signIn({ way, returnPath: pageOf(to) })
      location.assign(url)
    } catch (error) {
      keepAsked()
      setTold(failureText(error, language))
    }
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page comes.
  useEffect(() => {
    if (isSilent && way === 'in_wechat' && !wasAsked()) void leave()
  }, [])
  const [press, more] = way === 'website' ? [texts.byScan, texts.byScanMore] : [texts.inWechat, texts.inWechatMore]
  return (
    <div className="tight below">
      <Button wide onPress={leave}>
        {press}
      </Button>
      <p className="quiet">{more}</p>
      <Status>{told !== '' && <p>{told}</p>}</Status>
    </div>
  )
}

/** W1 the way in by WeChat, where this deployment has one for where the page is open. */
export const WechatWay = (props: WechatWayProps) => {
  const { known } = useResource('wechat ways', (signal) => service().wechat.ways({ signal }))
  const way = known.is === 'ok' ? known.value.ways.find((one) => one === wayHere()) : undefined
  return way === undefined ? null : <Leave way={way} {...props} />
}
