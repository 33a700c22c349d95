import { groupedId } from '../certificate/certificate-id.ts'

/** Where the public page of a certificate is. */
export const certificateAddress = (publicUrl: string, id: string): string =>
  `${publicUrl}/certificates/${groupedId(id)}`

/**
 * W7 what somebody puts into their page: the badge, which is drawn anew for whoever looks, in a link to the certificate, which the daily look finds. No script
 * and nothing of a person in it. examples/certificate-badge checks it where it stands.
 */
export const certificateSnippet = (publicUrl: string, id: string): string =>
  [
    `<a data-shiming-certificate href="${certificateAddress(publicUrl, id)}" target="_blank" rel="noopener">`,
    `  <img src="${publicUrl}/v1/certificates/${id}/badge" width="320" height="72" alt="实名认证证书">`,
    '</a>',
  ].join('\n')
