# shellcheck shell=bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Copyright 2026 The Corridor authors
#
# What Corridor needs from a system, by package manager; read by run.sh and check.sh.
#
#   build    to build and run it (the fonts are for customers who write Chinese, Japanese or Arabic,
#            the dictionaries for the spelling of replies)
#   screen   besides, to show it to nobody: a screen, a bus and the accessibility tree
#   test     besides, for the tests and the linters

# packages MANAGER SET: the names, on lines
packages() {
  case $1-$2 in
    apt-build) echo "gcc meson ninja-build pkg-config gettext libglib2.0-dev libgtk-4-dev libadwaita-1-dev
      libsoup-3.0-dev libjson-glib-dev libsecret-1-dev libsqlite3-dev libicu-dev libxml2-dev libxml2-utils libstemmer-dev libmd4c-dev
      libgnutls28-dev libenchant-2-dev glib-networking tzdata desktop-file-utils adwaita-icon-theme librsvg2-common
      hunspell-en-us hunspell-es hunspell-fr hunspell-de-de hunspell-pt-br hunspell-ar hunspell-vi
      libgtk-4-bin fonts-noto-core
      fonts-noto-cjk" ;;
    apt-screen) echo "xvfb xauth dbus at-spi2-core python3-gi gir1.2-atspi-2.0 imagemagick fonts-cantarell" ;;
    apt-test) echo "apertium-apy apertium-eng-spa clang clang-format appstream cppcheck shellcheck gnome-keyring sqlite3 procps git" ;;

    dnf-build) echo "gcc meson ninja-build pkgconf-pkg-config gettext glib2-devel gtk4-devel libadwaita-devel
      libsoup3-devel json-glib-devel libsecret-devel sqlite-devel libicu-devel libxml2-devel libxml2 libstemmer-devel md4c-devel
      gnutls-devel enchant2-devel hunspell-en-US glib-networking tzdata desktop-file-utils adwaita-icon-theme librsvg2 google-noto-sans-fonts
      google-noto-sans-cjk-vf-fonts" ;;
    dnf-screen) echo "xorg-x11-server-Xvfb xorg-x11-xauth dbus-daemon at-spi2-core python3-gobject ImageMagick abattis-cantarell-vf-fonts" ;;
    dnf-test) echo "clang clang-tools-extra appstream cppcheck ShellCheck gnome-keyring sqlite procps-ng git" ;;

    pacman-build) echo "gcc meson ninja pkgconf gettext glib2-devel gtk4 libadwaita libsoup3 json-glib libsecret
      sqlite icu libxml2 md4c snowball gnutls enchant hunspell-en_us glib-networking tzdata desktop-file-utils adwaita-icon-theme librsvg noto-fonts
      noto-fonts-cjk" ;;
    pacman-screen) echo "xorg-server-xvfb xorg-xauth dbus at-spi2-core python-gobject imagemagick cantarell-fonts" ;;
    pacman-test) echo "clang appstream cppcheck shellcheck gnome-keyring procps-ng git" ;;

    zypper-build) echo "gcc meson ninja pkgconf-pkg-config gettext-tools glib2-devel gtk4-devel libadwaita-devel
      libsoup-devel json-glib-devel libsecret-devel sqlite3-devel libicu-devel libxml2-devel libxml2-tools libstemmer-devel
      libgnutls-devel enchant-devel myspell-en_US glib-networking timezone desktop-file-utils adwaita-icon-theme gdk-pixbuf-loader-rsvg
      google-noto-sans-fonts google-noto-sans-cjk-fonts" ;;
    zypper-screen) echo "xorg-x11-server-Xvfb xauth dbus-1-daemon at-spi2-core python3-gobject
      typelib-1_0-Atspi-2_0 ImageMagick cantarell-fonts" ;;
    zypper-test) echo "clang clang-tools AppStream cppcheck ShellCheck gnome-keyring sqlite3 procps git" ;;
  esac | tr -s ' \n' '\n' | sed '/^$/d'
}

# The package manager whose names are in the list above, or nothing.
package_manager() {
  local manager
  for manager in apt-get dnf pacman zypper; do
    if command -v "$manager" >/dev/null; then
      echo "${manager%-get}"
      return
    fi
  done
}

install_line() {
  case $1 in
    dnf) echo "sudo dnf install" ;;
    pacman) echo "sudo pacman -S --needed" ;;
    zypper) echo "sudo zypper install" ;;
    apt) echo "sudo apt-get install" ;;
  esac
}

# as_root COMMAND...
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "this needs root, and there is no sudo: $*" >&2
    return 1
  fi
}

# missing_debian PACKAGE...: those that are not installed
missing_debian() {
  local name
  declare -A installed=()
  while read -r status name; do
    if [ "$status" = installed ]; then installed[$name]=yes; fi
  done < <(dpkg-query -W -f '${db:Status-Status} ${Package}\n' "$@" 2>/dev/null)
  for name in "$@"; do
    [ -n "${installed[$name]:-}" ] || echo "$name"
  done
}

install_debian() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq update &&
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -qq -o Dpkg::Use-Pty=0 install -y --no-install-recommends "$@"
}

# Whether what a set is for is there, on a system whose packages are not asked; prints what is not.
lacks() {
  local name programs=() libraries=()
  case $1 in
    build)
      programs=(cc meson ninja pkg-config msgfmt glib-compile-resources xmllint)
      libraries=(gtk4 libadwaita-1 libsoup-3.0 json-glib-1.0 libsecret-1 sqlite3 icu-i18n libxml-2.0 gnutls)
      ;;
    screen)
      programs=(Xvfb xauth xvfb-run dbus-run-session import)
      /usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null || echo python3-gi-atspi
      ;;
    test) programs=(clang clang-format appstreamcli cppcheck shellcheck gnome-keyring-daemon sqlite3 git) ;;
  esac
  for name in "${programs[@]}"; do
    command -v "$name" >/dev/null || echo "$name"
  done
  for name in "${libraries[@]}"; do
    pkg-config --exists "$name" 2>/dev/null || echo "$name"
  done
}

# print_packages MANAGER SET...: the line to type, for every known manager if MANAGER is empty
print_packages() {
  local manager set managers=(dnf pacman zypper)
  if [ -n "$1" ]; then managers=("$1"); fi
  shift
  for manager in "${managers[@]}"; do
    printf '\n  %s' "$(install_line "$manager")"
    for set in "$@"; do
      packages "$manager" "$set" | sed 's/^/ /' | tr -d '\n'
    done
    printf '\n'
  done
}

# need_packages SET...: installs what is missing on Debian and its kin; elsewhere, if something is missing,
# says what to install, and fails.
need_packages() {
  local manager set words names=() missing=() more=()
  manager=$(package_manager)
  for set in "$@"; do
    if [ "$manager" = apt ]; then
      mapfile -t more < <(packages apt "$set")
      names+=("${more[@]}")
    else
      mapfile -t more < <(lacks "$set")
      missing+=("${more[@]}")
    fi
  done
  if [ "$manager" = apt ]; then
    mapfile -t missing < <(missing_debian "${names[@]}")
  fi
  if [ ${#missing[@]} -eq 0 ]; then
    return 0
  fi
  if [ "$manager" != apt ]; then
    echo "Missing here: ${missing[*]}. Please install what Corridor needs, then run this again:" >&2
    print_packages "$manager" "$@" >&2
    return 1
  fi
  echo "Installing ${missing[*]}"
  if ! words=$(install_debian "${missing[@]}" 2>&1); then
    tail -n 30 <<<"$words" >&2
    return 1
  fi
}
