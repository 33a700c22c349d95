import { texts } from '../../shared/texts/texts.ts'

export const vendorTexts = texts(
  {
    title: '供应商',
    lead: '身份核验供应商现在是否接受我们的请求。拒绝时新订单暂停，已付款的由其中一单自动去试。',
    none: '没有配置供应商。',
    vendor: '供应商',
    status: '熔断',
    refusals: '连续拒绝',
    refusedSince: '从何时起',
    code: '供应商代码',
    until: '下次去试',
    ordersAt: '恢复接新单',
    spent: '今天花费',
    limit: (spent: string, most: string) => `${spent} / ${most}`,
    noLimit: '不限',
  },
  {
    title: 'Vendors',
    lead: 'Whether the vendors of identity checks take our calls. While one refuses, new orders pause, and one that is paid already is the probe.',
    none: 'No vendor is set up.',
    vendor: 'Vendor',
    status: 'Breaker',
    refusals: 'Refusals in a row',
    refusedSince: 'Since',
    code: "Vendor's code",
    until: 'Tried again',
    ordersAt: 'New orders from',
    spent: 'Spent today',
    limit: (spent: string, most: string) => `${spent} of ${most}`,
    noLimit: 'no limit',
  },
)

/** Vendors of identity checks. */
export const vendorWords = texts(
  {
    tencent_cloud: '腾讯云',
    alibaba_cloud: '阿里云',
    face_tencent_cloud: '腾讯云（人脸）',
    face_alibaba_cloud: '阿里云（人脸）',
    company_tencent_cloud: '腾讯云（企业）',
    company_alibaba_cloud: '阿里云（企业）',
    licence_tencent_cloud: '腾讯云（营业执照）',
    transfer_sandbox: '沙箱银行（对公打款）',
  },
  {
    tencent_cloud: 'Tencent Cloud',
    alibaba_cloud: 'Alibaba Cloud',
    face_tencent_cloud: 'Tencent Cloud (faces)',
    face_alibaba_cloud: 'Alibaba Cloud (faces)',
    company_tencent_cloud: 'Tencent Cloud (companies)',
    company_alibaba_cloud: 'Alibaba Cloud (companies)',
    licence_tencent_cloud: 'Tencent Cloud (licences)',
    transfer_sandbox: 'Bank of the sandbox (transfers)',
  },
)

/** What stands between us and a vendor that refuses. */
export const breakerWords = texts(
  { closed: '正常', open: '暂停', half_open: '正在试' },
  { closed: 'Normal', open: 'Paused', half_open: 'Being tried' },
)
