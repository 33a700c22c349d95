import type { Problem } from '../../shared/kernel/problems.ts'

/** The certificates of apps: of those who administer them, of those who see one, and of operators. */
export const certificateProblems = {
  certificate_none: {
    status: 404,
    zh: '这个应用还没有认证证书：申请认证，通过后就有。',
    en: 'This app has no certificate yet: apply for its certification, and it gets one once that passes.',
  },
  certificate_reason_unknown: {
    status: 400,
    zh: '这样处理证书须从相应的原因中选一个。',
    en: 'Choose one of the reasons that this can be done to a certificate for.',
  },
  certificate_not_so: {
    status: 409,
    members: { standing: { type: 'string', always: true, is: 'How it stands now.' } },
    zh: '证书现在的状态不能这样处理，请查看最新状态。',
    en: 'This cannot be done to the certificate as it stands now; look at it again.',
  },
  certificate_app_changed: {
    status: 409,
    zh: '应用已经改名、移交、重新认证或正在申请认证，原来的证书不能恢复；应用需要重新申请认证。',
    en: 'The app was renamed, handed over or certified anew, or somebody applies for that: this certificate cannot be reinstated, and the app has to be certified anew.',
  },
  certificate_not_in_force: {
    status: 409,
    zh: '这份证书已经撤销或过期，所有查询的人都会看到，无需举报。',
    en: 'This certificate is revoked or has expired, and everybody who looks it up is told so: there is nothing to report.',
  },
  certificate_not_appealable: {
    status: 409,
    zh: '没有可以申诉的处理：证书没有被暂停或撤销，或对这次处理已经申诉过。如仍有疑问，可以请人工帮助。',
    en: 'There is nothing to appeal against: the certificate is neither suspended nor revoked by people, or you have appealed against that already. You can ask a person for help.',
  },
  certificate_revoked: {
    status: 409,
    zh: '该应用的认证证书已撤销，不再查看页面。可以对撤销提出申诉，或重新申请认证。',
    en: 'The certificate of this app is revoked, and no page is looked at for it. You may appeal against that, or apply for certification anew.',
  },
  invalid_certificate_page: {
    status: 400,
    zh: '请填写完整的页面地址，例如 https://www.example.com/about：以 https:// 开头、默认端口，并且能从公网访问。',
    en: 'This is not the address of a page such as https://www.example.com/about: with https, on its own port, and one that the internet knows.',
  },
  certificate_page_not_own: {
    status: 400,
    zh: '这个页面不在您的网站上：请填写已认证网站上的页面，或先在“域名”页面验证该域名，再登记。',
    en: 'This page is not on a site of yours: give one on the website that was certified, or prove the domain first, on the page of your domains.',
  },
} as const satisfies Record<string, Problem>
