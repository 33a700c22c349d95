import type { Method } from '../../../shared/http/route.ts'
import type { Special } from '../described.ts'
import { id, person } from '../fields/cast.ts'
import type { Json } from '../json.ts'

type Outside = { whose: string; type: string; example?: Json }

/** Whose words they speak, and the form of their bodies. */
const outside: Readonly<Record<string, Outside>> = {
  callAlipay: {
    whose: 'Alipay',
    type: 'application/x-www-form-urlencoded',
    example: {
      app_id: '9021000000000000',
      method: 'alipay.trade.query',
      biz_content: `{"out_trade_no":"${id.order}"}`,
    },
  },
  downloadAlipayBill: { whose: 'Alipay', type: 'application/x-www-form-urlencoded' },
  callWechatPay: {
    whose: 'WeChat Pay APIv3',
    type: 'application/json',
    example: { mchid: '1900000001', out_trade_no: id.order, description: '实名认证', amount: { total: 100 } },
  },
  callTencentFaceId: {
    whose: 'Tencent Cloud API 3.0',
    type: 'application/json',
    example: { Name: person.name, IdCard: person.idNumber, Phone: person.phone },
  },
  callAlibabaCloudauth: {
    whose: 'Alibaba Cloud OpenAPI',
    type: 'application/x-www-form-urlencoded',
    example: { ParamType: 'normal', UserName: person.name, IdentifyNum: person.idNumber, Mobile: person.phone },
  },
  callTencentOcr: {
    whose: 'Tencent Cloud API 3.0',
    type: 'application/json',
    example: { ImageBase64: '/9j/4AAQSkZJRg==' },
  },
  callTencentSms: {
    whose: 'Tencent Cloud API 3.0',
    type: 'application/json',
    example: { PhoneNumberSet: [`+86${person.phone}`], TemplateId: '1', TemplateParamSet: ['428913', '5'] },
  },
}

/** What a stand-in takes and answers is described by whoever it stands in for. */
export const standInSpecial = (name: string, method: Method): Special | undefined => {
  const found = Object.hasOwn(outside, name) ? outside[name] : undefined
  if (!found) return undefined
  const answer = { description: `As ${found.whose} answers it.`, content: { '*/*': {} } }
  const body = {
    required: true,
    description: `As the documents of ${found.whose} have it, and signed as they say.`,
    content: { [found.type]: { schema: { type: 'object', additionalProperties: true }, example: found.example } },
  }
  return {
    responses: { 200: answer, '4XX': { ...answer, description: `As ${found.whose} refuses.` } },
    ...(method === 'POST' && { requestBody: body }),
  }
}
