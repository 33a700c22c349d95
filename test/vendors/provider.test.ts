import { alipayStage } from './alipay.stage.ts'
import { providerContract } from './provider.contract.ts'
import { wechatPayStage } from './wechat-pay.stage.ts'

providerContract('WeChat Pay', wechatPayStage)
providerContract('Alipay', alipayStage)
