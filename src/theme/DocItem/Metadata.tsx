import {useDoc} from '@docusaurus/plugin-content-docs/client';
import Metadata from '@theme-original/DocItem/Metadata';
import type {ReactNode} from 'react';
import MarkdownTwin from '../../components/PageActions/MarkdownTwin.tsx';

/** What the head of a guide says, and where the guide is as Markdown. Unlisted guides have no Markdown. */
export default function DocItemMetadata(): ReactNode {
  const {unlisted} = useDoc().metadata;
  return (
    <>
      <Metadata />
      {!unlisted && <MarkdownTwin />}
    </>
  );
}
