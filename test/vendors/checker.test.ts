import { cloudauth } from '../../functions/vendors/alibaba-cloud/cloudauth.ts'
import { tencentCloud } from '../../functions/vendors/tencent-cloud/face-id.ts'
import type { Question } from '../../functions/verification/check/checker.ts'
import { outgoing } from '../../shared/http/outgoing.ts'
import { ids } from '../../shared/runtime/ids.ts'
import * as alibaba from './alibaba-cloud/alibaba-vendor.ts'
import { type CheckerStage, checkerContract, PATIENCE_MS } from './checker.contract.ts'
import * as tencent from './tencent-cloud/tencent-vendor.ts'

const clock = { now: () => Date.now() }
const deps = { outgoing: outgoing({ connectMs: PATIENCE_MS, totalMs: PATIENCE_MS, maxBytes: 64_000 }), clock, ids }

const tencentStage = (detailed: boolean): CheckerStage => ({
  vendor: 'tencent_cloud',
  checkerAt: (url) => tencentCloud({ url, ...tencent.freshKey(), region: 'ap-guangzhou', detailed }, deps),
  saying: (_, Result) => tencent.enveloped({ Result, Description: 'ok' }),
  match: { carrier_three_element: '0', identity_two_element: '0', bank_card_four_element: '0' },
  requestId: tencent.REQUEST_ID,
  repeating: (_, text) =>
    [
      { Response: { Result: text, RequestId: text } },
      { Response: { Result: '-6', Description: text, RequestId: text } },
      { Response: { Result: '-4', ResultDetail: text, RequestId: text } },
      { Response: { Result: '0', RequestId: text } },
      { Response: { Error: { Code: text, Message: text }, RequestId: text } },
      { Response: { Error: { Code: `InvalidParameter.${text}`, Message: text }, RequestId: text } },
      { [text]: text },
    ].map((body) => JSON.stringify(body)),
})

const alibabaStage = (detailed: boolean): CheckerStage => {
  const hasSubCode = (question: Question): boolean =>
    ['bank_card_four_element', 'phone_still_held'].includes(question) ||
    (detailed && question === 'carrier_three_element')
  const result = (question: Question, code: unknown) => {
    if (!hasSubCode(question)) return { BizCode: code, IspName: 'CMCC' }
    const [BizCode, SubCode] = typeof code === 'string' && code.includes('.') ? code.split('.') : [code, '101']
    return { BizCode, SubCode }
  }
  return {
    vendor: 'alibaba_cloud',
    checkerAt: (url) => cloudauth({ url, ...alibaba.freshKey(), detailed }, deps),
    saying: (question, code) => alibaba.enveloped(result(question, code)),
    match: {
      carrier_three_element: detailed ? '1.101' : '1',
      identity_two_element: '1',
      bank_card_four_element: '1.101',
      phone_still_held: '1.101',
    },
    requestId: alibaba.REQUEST_ID,
    repeating: (question, text) => [
      alibaba.enveloped({ ...result(question, '1.101'), BizCode: text }),
      alibaba.enveloped({ BizCode: '2', SubCode: text, IspName: text }),
      JSON.stringify({ Code: '200', Message: text, RequestId: text, ResultObject: { BizCode: '1', SubCode: '101' } }),
      JSON.stringify({ Code: text, Message: text, RequestId: text }),
      JSON.stringify({ Code: `InvalidParameter.${text}`, Message: text, RequestId: text }),
      JSON.stringify({ Code: '401', Message: text, RequestId: text }),
      JSON.stringify({ [text]: text }),
    ],
  }
}

checkerContract('Tencent Cloud', tencentStage(false))
checkerContract('Alibaba Cloud', alibabaStage(false))
