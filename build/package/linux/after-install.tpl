#!/bin/bash
# After the files are in place. Electron-builder fills in the names.
set -e

if command -v update-alternatives >/dev/null 2>&1; then
    update-alternatives --install '/usr/bin/${executable}' '${executable}' '/opt/${sanitizedProductName}/${executable}' 100
else
    ln -sf '/opt/${sanitizedProductName}/${executable}' '/usr/bin/${executable}'
fi

# Where the kernel gives ordinary users no namespaces (Kylin, UOS, hardened Debian), Chromium's sandbox needs this helper;
# elsewhere it is not used. Without either the program does not start.
chown root:root '/opt/${sanitizedProductName}/chrome-sandbox'
chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox'

if command -v update-desktop-database >/dev/null 2>&1; then
    update-desktop-database /usr/share/applications || true
fi
if command -v gtk-update-icon-cache >/dev/null 2>&1; then
    gtk-update-icon-cache --quiet --force /usr/share/icons/hicolor || true
fi

# Only where AppArmor keeps user namespaces from programs without a profile (Ubuntu 24.04 and its kin). An older
# AppArmor does not know this profile's language and does not need it.
restricted=/proc/sys/kernel/apparmor_restrict_unprivileged_userns
profile='/opt/${sanitizedProductName}/resources/apparmor-profile'
if [ -e "$restricted" ] && command -v apparmor_parser >/dev/null 2>&1; then
    if apparmor_parser --skip-kernel-load --debug "$profile" >/dev/null 2>&1; then
        mkdir -p /etc/apparmor.d
        cp -f "$profile" '/etc/apparmor.d/${executable}'
        if ! { [ -x /usr/bin/ischroot ] && /usr/bin/ischroot; }; then
            apparmor_parser --replace --write-cache --skip-read-cache '/etc/apparmor.d/${executable}' || true
        fi
    fi
fi

exit 0
