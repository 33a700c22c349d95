import { texts } from '../../../shared/texts/texts.ts'

/** Reading a licence off a photo. */
export const licenceTexts = texts(
  {
    offer: '从营业执照照片填写',
    more: '上传照片，由机器识别后填入，请核对。照片只用于识别，申请时再上传。也可以不用，直接填写。',
    point: '照片交给识别服务商识别代码、名称和法定代表人，结果不保存。',
    look: '识别并填写',
    alike: '已按照片填写，与您填写的内容没有不同，请核对。',
    unlike: '照片上的内容与您填写的不同，请核对后再提交：',
    onPhoto: (field: string, text: string) => `${field}在照片上是“${text}”`,
    take: '改为照片上的内容',
    creditCode: '统一社会信用代码',
    companyName: '单位全称',
    legalRepresentative: '法定代表人姓名',
    copy: '照片没有颜色：复印件要加盖红色公章，审核人员会核对。',
    screen: '照片像是翻拍的屏幕，请拍摄原件；审核人员会核对。',
  },
  {
    offer: 'Fill in from a photo of the licence',
    more: 'Upload a photo: a machine reads it and fills in, and you compare. It is only read; hand the licence in when you apply. You may as well type.',
    point: 'The photo is handed to a vendor who reads code, name and legal representative; nothing of that is kept.',
    look: 'Read it and fill in',
    alike: 'Filled in from the photo; nothing that you typed stands otherwise there. Compare it.',
    unlike: 'What stands on the photo is not what you typed; compare it before you send this:',
    onPhoto: (field: string, text: string) => `${field}: “${text}” on the photo`,
    take: 'Take what is on the photo',
    creditCode: 'Credit code',
    companyName: 'Whole name',
    legalRepresentative: 'Legal representative',
    copy: 'The photo has no colours: a copy needs the red seal, and reviewers look at that.',
    screen: 'This looks like a photo of a screen: photograph the original; reviewers look at that.',
  },
)
