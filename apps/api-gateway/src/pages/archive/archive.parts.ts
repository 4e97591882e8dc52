import type { Provider, Type } from '@nestjs/common';
import { ArchiveFeeds } from './archive-feeds.controller.js';
import { ArchivePages } from './archive-pages.controller.js';
import { CuratorArchivePages } from './curator-archive.controller.js';
import { KeepOut } from './keep-out.js';
import { TeamArchivePages } from './team-archive.controller.js';

/** The public archive, and where its curators and the team keep things out of it. */
export const archivePages: readonly Type[] = [
  ArchivePages,
  ArchiveFeeds,
  CuratorArchivePages,
  TeamArchivePages,
];
export const archivePageProviders: readonly Provider[] = [KeepOut];
