"""The front door: `from gongwen import read, Page, open_archive`, and the entry of the command line."""


def main() -> None:
    """Run the command line."""
    from crawler.cli.main import main as run  # noqa: PLC0415 - `import gongwen` stays cheap

    run()


if __name__ == "__main__":
    main()
