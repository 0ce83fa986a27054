/** Notices when a Content-Security-Policy of this page blocks calls (CSP, section 5: violation events). */
export interface PolicyWatch {
  /** Whether a call to this origin was blocked since the watch began. */
  isBlocked: (origin: string) => Promise<boolean>;
  release: () => void;
}

/** Begins to watch. The caller releases it. Only for the browser. */
export function watchPolicy(): PolicyWatch {
  const blocked = new Set<string>();
  const note = ({effectiveDirective, blockedURI, disposition}: SecurityPolicyViolationEvent) => {
    if (disposition !== 'enforce' || effectiveDirective !== 'connect-src') return;
    if (URL.canParse(blockedURI)) blocked.add(new URL(blockedURI).origin);
  };
  document.addEventListener('securitypolicyviolation', note);
  return {
    async isBlocked(origin) {
      // The event may come right after the failure.
      await new Promise((resolve) => setTimeout(resolve, 20));
      return blocked.has(origin);
    },
    release: () => document.removeEventListener('securitypolicyviolation', note),
  };
}
